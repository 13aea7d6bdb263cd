#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace claimbase {

std::string progress_bar(std::size_t done, std::size_t total, std::size_t width) {
  constexpr std::size_t kPercent = 100;
  const std::size_t whole = std::max<std::size_t>(total, 1);
  const std::size_t filled = std::min(width, done * width / whole);
  return fmt::format("[{}{}] {:>3}%  {}/{} articles", std::string(filled, '#'), std::string(width - filled, ' '),
                     done * kPercent / whole, done, total);
}

void Progress::show(std::size_t done, std::size_t total) {
  constexpr std::size_t kWidth = 30;
  constexpr std::chrono::milliseconds kPause(100);
  const auto now = std::chrono::steady_clock::now();
  if (!live_ || (drawn_ && now - last_ < kPause)) return;
  err_ << '\r' << progress_bar(done, total, kWidth) << std::flush;
  drawn_ = true;
  last_ = now;
}

void Progress::clear() {
  if (!drawn_) return;
  err_ << "\r\x1b[K" << std::flush;  // ECMA-48 EL: erase to the end of the line
  drawn_ = false;
}

}  // namespace claimbase
