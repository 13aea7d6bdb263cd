#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>

#include "query/commands.h"
#include "query/record_writer.h"
#include "query/usage_error.h"
#include "schema/copy.h"
#include "schema/store.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

struct BackupOptions {
  std::string file;
  bool force = false;
};

void sync(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "write " + path.string());
  const int failed = ::fsync(descriptor) != 0 ? errno : 0;
  ::close(descriptor);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), "write " + path.string());
}

// A copy that is not put in place leaves nothing behind.
class PartialCopy {
 public:
  explicit PartialCopy(const fs::path& target) : path_(target.string() + ".copying") { remove(); }
  ~PartialCopy() { remove(); }
  PartialCopy(const PartialCopy&) = delete;
  PartialCopy& operator=(const PartialCopy&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path_.string() + suffix, ignored);
  }
  fs::path path_;
};

// One consistent state, whoever writes meanwhile; a file by itself, without a write-ahead log.
void copy_store(const fs::path& from, const fs::path& to) {
  Database source = open_reader(from);
  Database copy(to, OpenMode::create);
  copy_database(source, copy);
  copy.execute("PRAGMA journal_mode = DELETE");
}

std::int64_t verified_articles(const fs::path& file) {
  const Database copy = open_reader(file);
  if (copy.text("PRAGMA integrity_check(1)") != "ok") {
    throw StoreError(StoreErrorKind::corrupt, 0, "back up to " + file.string() + ": the copy is damaged");
  }
  return copy.integer("SELECT count(*) FROM article").value_or(0);
}

Exit back_up(Session& session, const BackupOptions& options) {
  const fs::path target(options.file);
  std::error_code error;
  if (fs::is_directory(target, error)) throw UsageError("back up to " + options.file + ": it is a folder");
  if (fs::exists(target, error)) {
    if (fs::equivalent(target, session.database, error)) {
      throw UsageError("back up to " + options.file + ": it is the store itself");
    }
    if (!options.force) throw UsageError("back up to " + options.file + ": it exists; --force overwrites it");
  }
  const PartialCopy partial(target);
  copy_store(session.database, partial.path());
  const std::int64_t articles = verified_articles(partial.path());
  sync(partial.path(), O_RDONLY);
  for (const char* suffix : {"-wal", "-shm", "-journal"}) fs::remove(target.string() + suffix, error);
  fs::rename(partial.path(), target);
  sync(target.parent_path().empty() ? "." : target.parent_path(), O_RDONLY | O_DIRECTORY);
  const auto bytes = static_cast<std::int64_t>(fs::file_size(target));
  if (session.format == OutputFormat::json) {
    session.out << to_text(Json{{"file", options.file}, {"bytes", bytes}, {"articles", articles}}) << '\n';
  } else {
    session.out << one_line(options.file) << ": " << counted(articles, "article") << ", " << bytes
                << " bytes, verified\n";
  }
  return Exit::ok;
}

}  // namespace

void add_backup(CLI::App& app, CommandLine& line) {
  const auto options = std::make_shared<BackupOptions>();
  CLI::App& command = add_command(app, line, "backup", "copies the store to a file, also while it is written",
                                  "backup kb-monday.db", {OutputFormat::text, OutputFormat::json},
                                  [options](Session& session) { return back_up(session, *options); });
  command.add_option("FILE", options->file, "the copy")->required();
  command.add_flag("--force", options->force, "overwrite FILE");
}

}  // namespace claimbase
