#include "query/match_expression.h"

namespace claimbase {
namespace {

void add(std::string& expression, std::string_view operation, const std::string& operand) {
  if (!expression.empty()) expression += operation;
  expression += operand;
}

std::string all_of(const std::vector<std::string>& texts) {
  std::string expression;
  for (const std::string& text : texts) add(expression, " AND ", fts_phrase(text));
  return expression;
}

std::string any_of(const Alternatives& texts) {
  std::string expression;
  for (const std::string& text : texts) add(expression, " OR ", fts_phrase(text));
  return texts.size() > 1 ? "(" + expression + ")" : expression;
}

std::string group_expression(const QueryGroup& group) {
  const std::string own = all_of(group.own);
  std::string expression = group.own.size() > 1 ? "(" + own + ")" : own;
  for (const std::string& label : group.also) add(expression, " OR ", fts_phrase(label));
  std::string pieces;
  for (const Alternatives& piece : group.pieces) add(pieces, " AND ", any_of(piece));
  if (!pieces.empty()) add(expression, " OR ", "(" + pieces + ")");
  return "(" + expression + ")";
}

// One group in the column is one expression; of several, one must be in the column and the others may be elsewhere.
std::string all_groups(const std::vector<QueryGroup>& groups, std::string_view column, const auto& expression_of) {
  std::string all;
  std::string any;
  for (const QueryGroup& group : groups) {
    const std::string expression = expression_of(group);
    add(all, " AND ", expression);
    add(any, " OR ", expression);
  }
  if (all.empty() || column.empty()) return all;
  const std::string in_column = std::string(column) + " : (" + any + ")";
  return groups.size() == 1 ? in_column : all + " AND " + in_column;
}

}  // namespace

std::string fts_phrase(std::string_view text) {
  std::string phrase = "\"";
  for (const char c : text) {
    if (c == '"') phrase += '"';
    phrase += c == '\0' || c == '\xff' ? ' ' : c;  // the latter would ask for a stem (exact_stem_query)
  }
  return phrase + '"';
}

std::string own_expression(const std::vector<QueryGroup>& groups, std::string_view column) {
  return all_groups(groups, column, [](const QueryGroup& group) {
    return group.own.size() > 1 ? "(" + all_of(group.own) + ")" : all_of(group.own);
  });
}

std::string any_expression(const std::vector<QueryGroup>& groups) {
  std::string any;
  for (const QueryGroup& group : groups) add(any, " OR ", group_expression(group));
  return any;
}

std::string expanded_expression(const std::vector<QueryGroup>& groups, std::string_view column) {
  return all_groups(groups, column, group_expression);
}

}  // namespace claimbase
