#include "query/audit/nearest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace claimbase {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kMostSuggestions = 3;

bool has_part(std::string_view name, std::string_view part) {
  constexpr std::size_t kShortestPart = 3;
  if (part.size() < kShortestPart) return false;
  const auto is_edge = [](char c) { return c == '.' || c == '-'; };
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || is_edge(name[at - 1])) && (end == name.size() || is_edge(name[end]))) return true;
  }
  return false;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

std::vector<std::string_view> nearest_names(std::string_view given, std::span<const std::string_view> names) {
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(given, name);
    if (distance * 3 <= std::max(given.size(), name.size())) {
      near.emplace_back(distance, name);
    } else if (has_part(name, given)) {
      near.emplace_back(kLongest + distance, name);  // behind the misspelt
    }
  }
  std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string_view>::first);
  std::vector<std::string_view> best;
  best.reserve(kMostSuggestions);
  for (const auto& [distance, name] : near) {
    if (best.size() < kMostSuggestions) best.push_back(name);
  }
  return best;
}

std::string with_nearest(std::string_view given, std::span<const std::string_view> names) {
  std::string line(given);
  const std::vector<std::string_view> best = nearest_names(given, names);
  for (std::size_t i = 0; i < best.size(); ++i) {
    line += i == 0 ? " (nearest: " : ", ";
    line += best[i];
  }
  return best.empty() ? line : line + ")";
}

}  // namespace claimbase
