// A program that runs beside the test.
#pragma once

#include <sys/types.h>
#include <csignal>
#include <string>
#include <vector>

namespace claimbase {

/// Started with its output thrown away (or into `log`); killed at the end where it still runs.
class RunningProgram {
 public:
  explicit RunningProgram(const std::vector<std::string>& words, const std::string& log = "/dev/null");
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void send(int signal) const;
  /// Waits for its end: its exit code, or 128 and the signal that ended it.
  int wait();

 private:
  pid_t pid_ = -1;  // -1: it has ended
};

}  // namespace claimbase
