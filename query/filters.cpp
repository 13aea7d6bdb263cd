#include "query/filters.h"

namespace claimbase {
namespace {

std::string keys_of(const std::string& name, bool outcome, bool exact, ConceptTable& table) {
  if (name.empty()) return "";
  const std::int64_t found = table.find(name, outcome);
  if (found == ConceptTable::kNone) {
    throw UnknownName(std::string("the vocabulary has no ") + (outcome ? "outcome" : "substance") + " called " + name);
  }
  return keys_json(exact ? std::vector{found} : table.with_narrower(found));
}

}  // namespace

Filters resolve(const FilterOptions& options, ConceptTable& table) {
  return {keys_of(options.substance, false, options.exact, table),
          keys_of(options.outcome, true, options.exact, table),
          options.relation,
          options.article,
          options.language,
          options.certainty,
          options.polarity};
}

void bind_text(Statement& statement, int index, const std::string& value) {
  if (value.empty()) {
    statement.bind_null(index);
  } else {
    statement.bind(index, std::string_view(value));
  }
}

void bind_filters(Statement& statement, const Filters& filters) {
  bind_text(statement, 10, filters.substances);
  bind_text(statement, 11, filters.outcomes);
  bind_text(statement, 12, filters.relation);
  bind_text(statement, 13, filters.article);
  bind_text(statement, 14, filters.language);
  bind_text(statement, 15, filters.certainty);
  bind_text(statement, 16, filters.polarity);
}

}  // namespace claimbase
