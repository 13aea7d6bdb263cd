// Another program, run with limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

struct ProcessLimits {
  std::chrono::milliseconds time{30'000};           // by the clock, and of the processor in whole seconds
  std::uint64_t memory = std::uint64_t{1} << 30;    // bytes of address space
  std::uint64_t output = std::uint64_t{256} << 20;  // bytes
};

enum class ProcessEnd : std::uint8_t {
  exited,
  missing,  // no such program in PATH
  failed,   // could not be started, or the operating system failed on the way
  killed,   // by a signal: it crashed, or went over its memory or processor time
  too_slow,
  too_much  // output
};

struct ProcessResult {
  ProcessEnd end = ProcessEnd::failed;
  int code = 0;        // exited: its exit code; killed: the signal
  std::string output;  // what it wrote to stdout
  std::string errors;  // the first 4 KiB of stderr
};

/// Runs a program found in PATH, without a shell, with `input` as its stdin and a C locale, and waits for it. No limit
/// is exceeded by more than the next read. Ends nothing but what it started. Any number of threads.
[[nodiscard]] ProcessResult run_program(const std::vector<std::string>& words, std::string_view input,
                                        const ProcessLimits& limits);

}  // namespace claimbase
