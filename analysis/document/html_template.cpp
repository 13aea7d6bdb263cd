#include "analysis/document/html_template.h"

#include <algorithm>
#include <string_view>

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongest = 4096;

struct Brackets {
  std::string_view open;
  std::string_view close;
};
constexpr Brackets kBrackets[] = {{"{{", "}}"}, {"{%", "%}"}, {"<?", "?>"}};

// Looks no further than kLongest; a close that is missing is looked for once for all that open before it.
class Blanker {
 public:
  Blanker(std::string& page, const Brackets& brackets) : page_(page), brackets_(brackets) {}

  void run() {
    for (std::size_t at = page_.find(brackets_.open); at != std::string::npos;) {
      const std::size_t inside = at + brackets_.open.size();
      if (close_ < inside) close_ = page_.find(brackets_.close, inside);
      if (close_ == std::string::npos) return;
      std::size_t next = inside;
      if (close_ - at <= kLongest) {
        next = close_ + brackets_.close.size();
        const auto begin = page_.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = page_.begin() + static_cast<std::ptrdiff_t>(next);
        std::replace_if(
            begin, end, [](char c) { return c != '\n' && c != '\r'; }, ' ');
      }
      at = page_.find(brackets_.open, next);
    }
  }

 private:
  std::string& page_;
  const Brackets& brackets_;
  std::size_t close_ = 0;
};

}  // namespace

void blank_templates(std::string& page) {
  for (const Brackets& each : kBrackets) Blanker(page, each).run();
}

}  // namespace claimbase::reading
