#include "tests/support/running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace claimbase {

RunningProgram::RunningProgram(const std::vector<std::string>& words, const std::string& log) {
  std::vector<std::string> held = words;
  std::vector<char*> arguments;
  arguments.reserve(held.size() + 1);
  for (std::string& word : held) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  const int failed = posix_spawn(&pid_, held.front().c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + held.front());
}

RunningProgram::~RunningProgram() {
  if (pid_ < 0) return;
  send(SIGKILL);
  wait();
}

void RunningProgram::send(int signal) const {
  if (pid_ > 0) ::kill(pid_, signal);
}

int RunningProgram::wait() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  constexpr int kBySignal = 128;  // as shells say it
  return WIFEXITED(status) ? WEXITSTATUS(status) : kBySignal + WTERMSIG(status);
}

}  // namespace claimbase
