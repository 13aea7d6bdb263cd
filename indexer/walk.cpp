#include "indexer/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "analysis/convert/file_bytes.h"
#include "analysis/document/reader.h"
#include "indexer/file_stat.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

bool is_article(const fs::path& file) {
  if (!file.has_extension()) return !looks_binary_file(file);
  return format_of_extension(file.filename().string()).has_value();
}

// "text, markdown, jats".
std::string readable_formats() {
  std::string names;
  for (const Format each : kFormats) names.append(names.empty() ? "" : ", ").append(to_string(each));
  return names;
}

class Walker {
 public:
  explicit Walker(const Scope& scope) : scope_(scope) {}

  Walk run() && {
    std::error_code error;
    const fs::file_status status = fs::status(scope_.path, error);
    if (fs::is_directory(status)) {
      add_folder(scope_.path);
    } else if (error || !fs::is_regular_file(status)) {
      complain(scope_.path, "document.unreadable",
               error ? "not read: " + error.message() : "not read: no regular file");
    } else if (scope_.source.format.empty() && !is_article(scope_.path)) {
      complain(
          scope_.path, "document.unknown-format",
          fmt::format("not indexed: {} is no format that can be read ({}); convert it to text first",
                      scope_.path.has_extension() ? lower_extension(scope_.path) : "binary data", readable_formats()));
    } else {
      add_file(scope_.path, id_of(scope_.source, scope_.path), scope_.shown);
    }
    std::ranges::sort(made_.files, {}, &FoundFile::id);
    return std::move(made_);
  }

 private:
  // A folder with the names that its files' names are put behind: much cheaper than the way from the top for each.
  struct Folder {
    fs::path path;
    std::string id;
    fs::path shown;
  };

  void add_folder(const fs::path& top) {
    std::vector<Folder> folders{{top, id_of(scope_.source, top), scope_.shown}};
    while (!folders.empty()) {
      const Folder folder = std::move(folders.back());
      folders.pop_back();
      const auto id_in = [&folder](const std::string& name) {
        return folder.id.empty() ? name : folder.id + '/' + name;
      };
      std::error_code error;
      fs::directory_iterator entries(folder.path, error);
      for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const fs::path& path = entries->path();
        const std::string name = path.filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored;  // a link to nowhere is neither
        if (entries->is_directory(ignored)) {
          if (!entries->is_symlink(ignored)) folders.push_back({path, id_in(name), folder.shown / name});
        } else if (entries->is_regular_file(ignored)) {
          if (!is_article(path)) {
            ++made_.skipped;
          } else if (entries->is_symlink(ignored) && leads_outside(path)) {
            complain(path, "document.outside", "not read: a symbolic link to a file outside the folder");
          } else {
            add_file(path, id_in(name), folder.shown / name);
          }
        }
      }
      if (error) complain(folder.path, "folder.unreadable", "not read: " + error.message());
    }
  }

  bool leads_outside(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    return error || !is_within(target, fs::canonical(scope_.source.path, error));
  }

  void add_file(const fs::path& path, std::string id, fs::path shown) {
    std::error_code error;
    const FileStat found = stat_file(path, error);
    if (error) return complain(path, "document.unreadable", "not read: " + error.message());
    made_.files.push_back({std::move(id), path, std::move(shown), found.size, found.modified, scope_.source.language,
                           scope_.source.format, found.inode});
  }

  fs::path shown(const fs::path& path) const {
    return path == scope_.path ? scope_.shown : scope_.shown / path.lexically_relative(scope_.path);
  }

  void complain(const fs::path& path, std::string_view rule, std::string message) {
    made_.unknown.push_back(id_of(scope_.source, path));
    made_.problems.push_back({shown(path).string(), 0, Severity::error, std::string(rule), std::move(message)});
  }

  const Scope& scope_;
  Walk made_;
};

}  // namespace

Walk walk(const Scope& scope) {
  return Walker(scope).run();
}

}  // namespace claimbase
