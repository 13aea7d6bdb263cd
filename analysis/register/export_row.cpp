#include "analysis/register/export_row.h"

#include <algorithm>
#include <utility>

#include "analysis/language/unicode.h"
#include "analysis/register/cells.h"

namespace claimbase::registers {
namespace {

struct ColumnName {
  std::string_view name;  // folded, letters and digits only
  Column column;
  bool begins = false;  // the name may go on: "Conditions of use of the claim / Restrictions of use / ..."
};

constexpr ColumnName kNames[] = {{"claimtype", Column::type},
                                 {"typeofclaim", Column::type},
                                 {"legalbasis", Column::type},
                                 {"nutrient", Column::nutrient, true},
                                 {"substance", Column::nutrient, true},
                                 {"claim", Column::claim},
                                 {"healthclaim", Column::claim},
                                 {"claimtext", Column::claim},
                                 {"wordingofclaim", Column::claim, true},
                                 {"conditionsofuse", Column::conditions, true},
                                 {"restrictionsofuse", Column::restrictions, true},
                                 {"reasonsfornonauthorisation", Column::reasons, true},
                                 {"healthrelationship", Column::relationship, true},
                                 {"efsaopinion", Column::opinion, true},
                                 {"journalreference", Column::opinion, true},
                                 {"commissionregulation", Column::regulation, true},
                                 {"regulation", Column::regulation},
                                 {"status", Column::status},
                                 {"claimstatus", Column::status},
                                 {"entryid", Column::entry_id},
                                 {"entry", Column::entry_id},
                                 {"id", Column::entry_id}};

// "Art.13(1)", "Article 14(1)(a)", "13.5": by its letters and digits.
std::optional<LegalBasis> basis_of(std::string_view text) {
  constexpr std::pair<std::string_view, LegalBasis> kBases[] = {{"141a", LegalBasis::risk_14_1_a},
                                                                {"141b", LegalBasis::children_14_1_b},
                                                                {"135", LegalBasis::function_13_5},
                                                                {"131", LegalBasis::function_13_1}};
  const std::string folded = fold_alphanumeric(text);
  const std::size_t digits = folded.find_first_of("0123456789");
  if (digits == std::string::npos) return std::nullopt;
  for (const auto& [name, basis] : kBases) {
    if (std::string_view(folded).substr(digits).starts_with(name)) return basis;
  }
  return std::nullopt;
}

std::optional<ClaimStatus> status_of(std::string_view text) {
  constexpr std::pair<std::string_view, ClaimStatus> kStatuses[] = {{"nonauthori", ClaimStatus::not_authorised},
                                                                    {"notauthori", ClaimStatus::not_authorised},
                                                                    {"unauthori", ClaimStatus::not_authorised},
                                                                    {"reject", ClaimStatus::not_authorised},
                                                                    {"refus", ClaimStatus::not_authorised},
                                                                    {"authori", ClaimStatus::authorised},
                                                                    {"onhold", ClaimStatus::on_hold},
                                                                    {"pending", ClaimStatus::on_hold},
                                                                    {"underconsideration", ClaimStatus::on_hold},
                                                                    {"withdrawn", ClaimStatus::withdrawn},
                                                                    {"revoked", ClaimStatus::withdrawn},
                                                                    {"repealed", ClaimStatus::withdrawn}};
  const std::string folded = fold_alphanumeric(text);
  for (const auto& [name, status] : kStatuses) {
    if (folded.starts_with(name)) return status;
  }
  return std::nullopt;
}

bool are_digits(std::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The first "16/05/2012", ISO 8601; empty: none.
std::string date_in(std::string_view text) {
  constexpr std::size_t kLength = 10;
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    if (at < 2 || at - 2 + kLength > text.size()) continue;
    const std::string_view date = text.substr(at - 2, kLength);
    if (date[5] != '/' || !are_digits(date.substr(0, 2), 2) || !are_digits(date.substr(3, 2), 2) ||
        !are_digits(date.substr(6), 4))
      continue;
    return std::string(date.substr(6)) + "-" + std::string(date.substr(3, 2)) + "-" + std::string(date.substr(0, 2));
  }
  return {};
}

// "Commission Regulation (EU) 432/2012 of 16/05/2012": without the date, if it closes the text.
std::string without_date(std::string_view regulation) {
  constexpr std::size_t kOfDate = 14;  // " of 16/05/2012"
  if (regulation.ends_with('.')) regulation.remove_suffix(1);
  const bool dated = regulation.size() > kOfDate && !date_in(regulation.substr(regulation.size() - kOfDate)).empty() &&
                     regulation.substr(regulation.size() - kOfDate).starts_with(" of ");
  return std::string(dated ? regulation.substr(0, regulation.size() - kOfDate) : regulation);
}

// Of "2010;8(10):1807, 2011;9(4):2052" a semicolon divides nothing.
std::vector<std::string> several(std::string_view text, std::string_view separators) {
  std::string even(text);
  std::ranges::replace_if(
      even, [&](char c) { return separators.find(c) != std::string_view::npos; }, '\n');
  std::vector<std::string> values = strings_of(even, "\n");
  std::erase_if(values, [](const std::string& each) {
    const std::string folded = fold_alphanumeric(each);
    return folded.empty() || folded == "na" || folded == "notapplicable";
  });
  return values;
}

}  // namespace

std::optional<Column> column_named(std::string_view name) {
  const std::string folded = fold_alphanumeric(name);
  for (const ColumnName& each : kNames) {
    if (each.begins ? folded.starts_with(each.name) : folded == each.name) return each.column;
  }
  return std::nullopt;
}

bool is_header(const std::vector<std::optional<Column>>& columns) {
  return std::ranges::all_of(
      std::initializer_list<Column>{Column::type, Column::nutrient, Column::claim, Column::status},
      [&](Column needed) { return std::ranges::find(columns, needed) != columns.end(); });
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::optional<RegisterEntry> entry_of(const ExportRow& row, std::string& problem) {
  const auto cell = [&row](Column column) -> const std::string& { return row[static_cast<std::size_t>(column)]; };
  const auto basis = basis_of(cell(Column::type));
  const auto status = status_of(cell(Column::status));
  problem = cell(Column::nutrient).empty() ? "no nutrient"
            : cell(Column::claim).empty()  ? "no claim"
            : !basis                       ? "no claim type: " + cell(Column::type)
            : !status                      ? "no status: " + cell(Column::status)
                                           : "";
  if (!problem.empty()) return std::nullopt;
  RegisterEntry entry;
  entry.nutrient = cell(Column::nutrient);
  entry.claim_en = cell(Column::claim);
  entry.basis = *basis;
  entry.status = *status;
  // One column holds the conditions of the claims that are authorised, and of the others the reasons why they are not.
  const bool allowed = *status == ClaimStatus::authorised;
  entry.conditions = allowed ? cell(Column::conditions) : "";
  entry.restrictions = allowed                          ? cell(Column::restrictions)
                       : !cell(Column::reasons).empty() ? cell(Column::reasons)
                                                        : cell(Column::conditions);
  entry.regulation = without_date(cell(Column::regulation));
  entry.date = date_in(cell(Column::regulation));
  entry.health_relationship = cell(Column::relationship);
  entry.opinions = several(cell(Column::opinion), ",\n|");
  entry.entry_ids = several(cell(Column::entry_id), ",;|/ ");
  return entry;
}

}  // namespace claimbase::registers
