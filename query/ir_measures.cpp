#include "query/ir_measures.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace claimbase {
namespace {

int grade_of(const Grades& grades, const std::string& id) {
  const auto found = grades.find(id);
  return found == grades.end() ? 0 : std::max(found->second, 0);
}

double discount(std::size_t rank) {  // from 1
  return std::log2(static_cast<double>(rank) + 1);
}

double relevant(const Grades& grades) {
  return static_cast<double>(std::ranges::count_if(grades, [](const auto& grade) { return grade.second > 0; }));
}

}  // namespace

std::vector<std::string> trec_order(std::vector<RankedDocument> documents) {
  std::ranges::sort(documents, [](const RankedDocument& a, const RankedDocument& b) {
    const auto first = static_cast<float>(a.score);
    const auto second = static_cast<float>(b.score);
    return first != second ? first > second : a.id > b.id;
  });
  std::vector<std::string> order;
  order.reserve(documents.size());
  std::set<std::string> seen;
  for (RankedDocument& each : documents) {
    if (seen.insert(each.id).second) order.push_back(std::move(each.id));
  }
  return order;
}

double ndcg_at(std::span<const std::string> ranked, const Grades& grades, std::size_t k) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(k, ranked.size()); ++i) sum += grade_of(grades, ranked[i]) / discount(i + 1);
  std::vector<int> best;
  best.reserve(grades.size());
  for (const auto& [id, grade] : grades) best.push_back(std::max(grade, 0));
  std::ranges::sort(best, std::greater<>());
  double ideal = 0;
  for (std::size_t i = 0; i < std::min(k, best.size()); ++i) ideal += best[i] / discount(i + 1);
  return ideal > 0 ? sum / ideal : 0;
}

double average_precision(std::span<const std::string> ranked, const Grades& grades) {
  const double all = relevant(grades);
  double found = 0;
  double sum = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (grade_of(grades, ranked[i]) == 0) continue;
    found += 1;
    sum += found / static_cast<double>(i + 1);
  }
  return all > 0 ? sum / all : 0;
}

double recall_at(std::span<const std::string> ranked, const Grades& grades, std::size_t k) {
  const double all = relevant(grades);
  const auto first = ranked.first(std::min(k, ranked.size()));
  const auto found = std::ranges::count_if(first, [&](const std::string& id) { return grade_of(grades, id) > 0; });
  return all > 0 ? static_cast<double>(found) / all : 0;
}

}  // namespace claimbase
