#include "analysis/register/register.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

#include "analysis/language/resources.h"
#include "analysis/register/cells.h"
#include "analysis/register/use_condition.h"

namespace claimbase {
namespace {

constexpr std::array<std::pair<LegalBasis, std::string_view>, 4> kBases{{{LegalBasis::function_13_1, "13(1)"},
                                                                         {LegalBasis::function_13_5, "13(5)"},
                                                                         {LegalBasis::risk_14_1_a, "14(1)(a)"},
                                                                         {LegalBasis::children_14_1_b, "14(1)(b)"}}};
constexpr std::array<std::pair<ClaimStatus, std::string_view>, 4> kStatuses{
    {{ClaimStatus::authorised, "authorised"},
     {ClaimStatus::not_authorised, "not-authorised"},
     {ClaimStatus::on_hold, "on-hold"},
     {ClaimStatus::withdrawn, "withdrawn"}}};

template <typename Names, typename Value>
std::string_view name_of(const Names& names, Value value) {
  return std::ranges::find(names, value, &Names::value_type::first)->second;
}

template <typename Value, std::size_t count>
std::optional<Value> named(const std::array<std::pair<Value, std::string_view>, count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, &std::pair<Value, std::string_view>::second);
  return found == names.end() ? std::nullopt : std::optional(found->first);
}

constexpr std::size_t kColumns = 18;
using Cells = std::vector<std::string_view>;

Cells cells_of(std::string_view line) {
  Cells cells;
  for (std::size_t at = 0; at <= line.size() && cells.size() <= kColumns;) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

// What is wrong with the row; empty: nothing, and `entry` holds it.
std::string read_row(const Cells& cells, RegisterEntry& entry) {
  if (cells.size() != kColumns) return "18 columns are needed, there are " + std::to_string(cells.size());
  const auto text = [&cells](std::size_t column) { return std::string(cells[column]); };
  const auto basis = legal_basis_named(cells[5]);
  const auto status = claim_status_named(cells[6]);
  auto requirements = parse_use_conditions(cells[8]);
  if (cells[0].empty() || cells[1].empty() || cells[3].empty()) return "an entry needs an id, a nutrient and a claim";
  if (!basis) return "no legal basis: " + text(5);
  if (!status) return "no status: " + text(6);
  if (!requirements) return "requirements that cannot be read: " + text(8);
  entry = {text(0),
           text(1),
           registers::strings_of(cells[2], " "),
           text(3),
           text(4),
           *basis,
           *status,
           text(7),
           *std::move(requirements),
           text(9),
           text(10),
           text(11),
           text(12),
           text(13),
           registers::strings_of(cells[14], registers::kSeveral),
           registers::strings_of(cells[15], registers::kSeveral),
           text(16),
           text(17)};
  return {};
}

std::vector<RegisterEntry> load() {
  RegisterFile file = read_register(resource("register/health_claims.tsv"));
  if (!file.problems.empty()) {
    const RegisterProblem& first = file.problems.front();
    throw std::logic_error("register/health_claims.tsv:" + std::to_string(first.line) + ": " + first.message);
  }
  return std::move(file.entries);
}

}  // namespace

std::string_view to_string(LegalBasis basis) {
  return name_of(kBases, basis);
}

std::string_view to_string(ClaimStatus status) {
  return name_of(kStatuses, status);
}

std::optional<LegalBasis> legal_basis_named(std::string_view name) {
  return named(kBases, name);
}

std::optional<ClaimStatus> claim_status_named(std::string_view name) {
  return named(kStatuses, name);
}

RegisterFile read_register(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  RegisterFile file;
  std::set<std::string, std::less<>> ids;
  std::uint32_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    RegisterEntry entry;
    std::string problem = read_row(cells_of(line), entry);
    if (problem.empty() && !ids.insert(entry.id).second) problem = "an entry before has this id: " + entry.id;
    if (problem.empty()) {
      file.entries.push_back(std::move(entry));
    } else {
      file.problems.push_back({number, "register.row", std::move(problem)});
    }
  }
  return file;
}

const std::vector<RegisterEntry>& built_in_register() {
  static const std::vector<RegisterEntry> entries = load();
  return entries;
}

}  // namespace claimbase
