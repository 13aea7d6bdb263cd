#include "indexer/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <thread>

#include "schema/database.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string said(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void refuse(const fs::path& database, const fs::path& path, int error) {
  const fs::path folder = database.has_parent_path() ? database.parent_path() : fs::path(".");
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw StoreError(StoreErrorKind::missing, 0,
                       fmt::format("make {}: there is no folder {}", database.string(), folder.string()));
    case EACCES:
    case EPERM:
    case EROFS:
      throw StoreError(
          StoreErrorKind::read_only, 0,
          fmt::format("write {}: {} cannot be written: {}", database.string(), path.string(), said(error)));
    case ENOSPC:
    case EDQUOT:
      throw StoreError(StoreErrorKind::full, 0,
                       fmt::format("write {}: make {}: {}", database.string(), path.string(), said(error)));
    case ENOLCK:
    case ENOSYS:
    case EOPNOTSUPP:
      throw StoreError(StoreErrorKind::other, 0,
                       fmt::format("write {}: the file system of {} has no locks ({}); keep the store on a local disk",
                                   database.string(), folder.string(), said(error)));
    default:
      throw StoreError(StoreErrorKind::other, 0,
                       fmt::format("write {}: lock {}: {}", database.string(), path.string(), said(error)));
  }
}

std::optional<LockHolder> holder_in(int file) {
  std::array<char, 4096> bytes{};
  const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
  if (size <= 0) return std::nullopt;
  return parse_lock_holder({bytes.data(), static_cast<std::size_t>(size)});
}

// The holder before may have removed the file between our opening and our locking it.
bool is_still_there(int file, const fs::path& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

[[noreturn]] void tell_holder(const fs::path& database, int file) {
  const std::optional<LockHolder> holder = holder_in(file);
  // One that does not run is the holder before the present one, who is about to write its own name.
  const std::string who = holder && is_running(*holder) ? " (" + describe(*holder) + ")" : "";
  throw StoreError(StoreErrorKind::locked, 0,
                   fmt::format("write {}: another claimbase-index{} is writing it", database.string(), who));
}

Descriptor lock(const fs::path& database, const fs::path& path, std::chrono::milliseconds wait) {
  constexpr mode_t kForAll = 0666;  // less the umask
  constexpr std::chrono::milliseconds kPause(20);
  const auto deadline = Clock::now() + wait;
  for (;;) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kForAll));
    if (!file.is_open()) refuse(database, path, errno);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) {
      if (is_still_there(file.get(), path)) return file;
    } else if (errno == EWOULDBLOCK) {
      if (Clock::now() >= deadline) tell_holder(database, file.get());
      std::this_thread::sleep_for(kPause);
    } else if (errno != EINTR) {
      refuse(database, path, errno);
    }
  }
}

// Best effort: without it the lock holds as well, and the message is poorer.
void write_holder(int file, std::string_view text) {
  if (::ftruncate(file, 0) != 0) return;
  static_cast<void>(::pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
}

}  // namespace

fs::path lock_file_of(const fs::path& database) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(database, error);
  if (error) real = database;
  real += ".lock";
  return real;
}

WriterLock::WriterLock(const fs::path& database, std::string_view command, std::chrono::milliseconds wait)
    : path_(lock_file_of(database)), file_(lock(database, path_, wait)), killed_before_(holder_in(file_.get())) {
  write_holder(file_.get(), to_json(this_holder(command)));
}

WriterLock::~WriterLock() {
  ::unlink(path_.c_str());  // before the lock goes: afterwards it may be another's
}

}  // namespace claimbase
