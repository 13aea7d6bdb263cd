#include "analysis/convert/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace claimbase {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostErrors = 4096;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  void reset() {
    if (number_ >= 0) close(number_);
    number_ = -1;
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// A file without a name that holds the input: nothing has to be fed while the output is read.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Descriptor();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.is_open() && lseek(file.get(), 0, SEEK_SET) != 0) return Descriptor();
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

class SpawnActions {
 public:
  SpawnActions() { posix_spawn_file_actions_init(&actions_); }
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  void place(const Descriptor& from, int to) { posix_spawn_file_actions_adddup2(&actions_, from.get(), to); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

void limit(pid_t child, __rlimit_resource what, std::uint64_t most) {
  const rlimit value{most, most};
  prlimit(child, what, &value, nullptr);
}

struct Spawned {
  pid_t child = -1;
  int error = 0;
};

Spawned spawn(std::vector<std::string> words, const SpawnActions& actions) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
  std::string search = std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path);
  std::string locale = "LC_ALL=C";
  std::array<char*, 3> environment{search.data(), locale.data(), nullptr};
  Spawned made;
  made.error =
      posix_spawnp(&made.child, words.front().c_str(), actions.get(), nullptr, arguments.data(), environment.data());
  return made;
}

// False at the end of what can be read.
bool read_some(const Descriptor& from, std::string& into) {
  std::array<char, std::size_t{64} << 10> buffer{};
  const ssize_t got = read(from.get(), buffer.data(), buffer.size());
  if (got > 0) into.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

// Until both are closed at the other end; what stopped it before that.
ProcessEnd read_all(Descriptor& output, Descriptor& errors, const ProcessLimits& limits, Clock::time_point deadline,
                    ProcessResult& result) {
  while (output.is_open() || errors.is_open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return ProcessEnd::too_slow;
    std::array<pollfd, 2> waiting{pollfd{output.get(), POLLIN, 0}, pollfd{errors.get(), POLLIN, 0}};
    const int ready = poll(waiting.data(), waiting.size(), static_cast<int>(std::min<std::int64_t>(left, 1000)));
    if (ready < 0 && errno != EINTR) return ProcessEnd::failed;
    if (ready <= 0) continue;
    if (waiting[0].revents != 0 && !read_some(output, result.output)) output.reset();
    if (waiting[1].revents != 0 && !read_some(errors, result.errors)) errors.reset();
    result.errors.resize(std::min(result.errors.size(), kMostErrors));
    if (result.output.size() > limits.output) return ProcessEnd::too_much;
  }
  return ProcessEnd::exited;
}

// It has closed its output, so that it is about to end; should it not, it is ended.
void wait_for(pid_t child, bool end_it, Clock::time_point deadline, ProcessResult& result) {
  int status = 0;
  bool ended = end_it;
  if (end_it) kill(child, SIGKILL);
  for (;;) {
    const pid_t found = waitpid(child, &status, ended ? 0 : WNOHANG);
    if (found == child) break;
    if (found < 0 && errno != EINTR) return;
    if (found == 0 && Clock::now() > deadline) {
      kill(child, SIGKILL);
      ended = true;
      result.end = ProcessEnd::too_slow;
    } else if (found == 0) {
      poll(nullptr, 0, 1);
    }
  }
  if (result.end != ProcessEnd::exited) return;
  if (WIFSIGNALED(status)) {
    result.end = WTERMSIG(status) == SIGXCPU ? ProcessEnd::too_slow : ProcessEnd::killed;
    result.code = WTERMSIG(status);
  } else {
    result.code = WEXITSTATUS(status);
  }
}

}  // namespace

ProcessResult run_program(const std::vector<std::string>& words, std::string_view input, const ProcessLimits& limits) {
  ProcessResult result;
  const Clock::time_point deadline = Clock::now() + limits.time;
  const Descriptor file = file_of(input);
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
  if (!file.is_open() || !output.read.is_open() || !errors.read.is_open()) return result;
  SpawnActions actions;
  actions.place(file, STDIN_FILENO);
  actions.place(output.write, STDOUT_FILENO);
  actions.place(errors.write, STDERR_FILENO);
  const Spawned spawned = spawn(words, actions);
  if (spawned.error != 0) {
    if (spawned.error == ENOENT) result.end = ProcessEnd::missing;
    return result;
  }
  // The limits come a moment after the start, before it can have used much.
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limits.time).count();
  limit(spawned.child, RLIMIT_CPU, static_cast<std::uint64_t>(std::max<std::int64_t>(seconds, 1)));
  limit(spawned.child, RLIMIT_AS, limits.memory);
  limit(spawned.child, RLIMIT_CORE, 0);
  limit(spawned.child, RLIMIT_FSIZE, 0);  // it has no files to write
  output.write.reset();
  errors.write.reset();
  result.end = read_all(output.read, errors.read, limits, deadline, result);
  wait_for(spawned.child, result.end != ProcessEnd::exited, deadline, result);
  return result;
}

}  // namespace claimbase
