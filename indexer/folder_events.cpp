#include "indexer/folder_events.h"

#ifdef __linux__
#include <sys/inotify.h>
#endif

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <vector>

namespace claimbase {

namespace fs = std::filesystem;

#ifdef __linux__

namespace {

// A file that is being written is looked at when it is closed, not at each write (IN_MODIFY).
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::uint32_t kOfTheFolder = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW;

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

std::string why(int error, const fs::path& folder) {
  if (error == ENOSPC) return "the system watches no more folders (fs.inotify.max_user_watches)";
  if (error == EMFILE) return "the system gives no more watches (fs.inotify.max_user_instances)";
  return folder.string() + ": " + std::generic_category().message(error);
}

// One that has just been made: it is told again when what it is to hold has been written.
bool is_empty_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(path, error)) && fs::file_size(path, error) == 0 && !error;
}

}  // namespace

FolderEvents::FolderEvents(std::span<const fs::path> targets, const fs::path& store)
    : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!events_.is_open()) {
    problem_ = why(errno, "inotify");
    return;
  }
  std::error_code ignored;
  store_ = fs::weakly_canonical(fs::absolute(store), ignored);
  for (const fs::path& each : targets) {
    add_name(each);
    if (fs::is_directory(each, ignored)) add_tree(each);
  }
}

FolderEvents::Watched* FolderEvents::add_folder(const fs::path& folder) {
  const int number = ::inotify_add_watch(events_.get(), folder.c_str(), kEvents);
  if (number >= 0) {
    Watched& watched = watched_[number];
    watched.folder = folder;
    return &watched;
  }
  // One that has gone since is told by the folder above it.
  if (errno != ENOENT && errno != ENOTDIR && problem_.empty()) problem_ = why(errno, folder);
  return nullptr;
}

// Each folder is watched before it is read: what comes into it afterwards is told.
void FolderEvents::add_tree(const fs::path& top) {
  std::vector<fs::path> folders{top};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    Watched* const watched = add_folder(folder);
    if (watched == nullptr) continue;
    watched->whole = true;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      std::error_code ignored;
      if (is_hidden(entries->path().filename().string()) || entries->is_symlink(ignored)) continue;
      if (entries->is_directory(ignored)) folders.push_back(entries->path());
    }
  }
}

// The name in its folder; where there is no such folder, that of the folder in the one above it, and so on.
void FolderEvents::add_name(fs::path path) {
  std::error_code ignored;
  while (path.has_relative_path() && !fs::is_directory(path.parent_path(), ignored)) path = path.parent_path();
  if (!path.has_relative_path()) return;
  if (Watched* const watched = add_folder(path.parent_path())) watched->names.insert(path.filename().string());
}

bool FolderEvents::counts(const Watched& watched, std::string_view name) const {
  if (watched.names.contains(name)) return true;
  if (!watched.whole || is_hidden(name)) return false;
  return !(watched.folder == store_.parent_path() && name.starts_with(store_.filename().string()));
}

FolderEvents::Taken FolderEvents::take() {
  Taken taken;
  alignas(inotify_event) std::array<char, std::size_t{64} << 10> bytes{};
  for (;;) {
    const ssize_t size = ::read(events_.get(), bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return taken;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof(event));
      // Padded with zeros to its length.
      const std::string_view name = event.len == 0 ? "" : std::string_view(bytes.data() + at + sizeof(event));
      at += sizeof(event) + event.len;
      const auto watched = watched_.find(event.wd);
      if ((event.mask & kOfTheFolder) != 0) {
        taken = {true, true};
      } else if (watched != watched_.end() && counts(watched->second, name) &&
                 !((event.mask & IN_CREATE) != 0 && is_empty_file(watched->second.folder / name))) {
        taken.changed = true;
        if ((event.mask & IN_ISDIR) != 0 && (event.mask & IN_ATTRIB) == 0) taken.folders = true;
      }
    }
  }
}

#else

FolderEvents::FolderEvents(std::span<const fs::path> /*targets*/, const fs::path& /*store*/)
    : problem_("this system does not tell what changes in folders") {}

FolderEvents::Taken FolderEvents::take() {
  return {};
}

#endif

}  // namespace claimbase
