// A progress bar on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace claimbase {

/// "[##########          ]  50%  12/24 articles": `width` cells between the brackets.
[[nodiscard]] std::string progress_bar(std::size_t done, std::size_t total, std::size_t width);

/// Redraws one line of `err`, at most ten times a second; nothing where it is not live. Plain characters, no colour.
class Progress {
 public:
  Progress(std::ostream& err, bool live) : err_(err), live_(live) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t done, std::size_t total);
  /// Takes the bar away, so that other lines can be written.
  void clear();

 private:
  std::ostream& err_;
  bool live_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace claimbase
