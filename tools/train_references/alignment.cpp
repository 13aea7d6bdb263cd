#include "tools/train_references/alignment.h"

#include <algorithm>
#include <cstdint>

#include "analysis/bibliography/entry_lexicon.h"
#include "analysis/bibliography/entry_rules.h"

namespace claimbase::training {

namespace {

using entry::Label;
using entry::LexiconFlag;
using entry::Token;

bool is(const Token& token, LexiconFlag flag) {
  return (token.lexicon & entry::bit(flag)) != 0;
}

// One label a byte of the string; nothing where a segment is not found behind the one before it.
std::optional<std::vector<Label>> labels_of_bytes(const LabelledString& string) {
  std::vector<Label> labels(string.raw.size(), Label::other);
  std::size_t from = 0;
  for (const auto& [name, text] : string.segments) {
    const auto begin = string.raw.find(text, from);
    if (begin == std::string::npos) return std::nullopt;
    auto label = label_of_segment(name);
    // A book's own title is a container to some data sets.
    if (label == Label::container && !string.title.empty() && string.container.empty()) label = Label::title;
    const auto first = labels.begin() + static_cast<std::ptrdiff_t>(begin);
    std::fill(first, first + static_cast<std::ptrdiff_t>(text.size()), label);
    from = begin + text.size();
  }
  return labels;
}

// Data sets differ in what belongs to a field: "6(1)" as one volume, "vol." and "and" outside of all fields, "In" as a
// part of the editors. Here the announcing word belongs to the field that it announces.
void harmonise(const std::vector<Token>& tokens, const LabelledString& string, std::vector<Label>& labels) {
  const std::string_view raw = string.raw;
  bool volume_seen = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto word = tokens[i].range.of(raw);
    if (labels[i] == Label::volume) {
      if (volume_seen && !string.issue.empty() &&
          (word == string.issue || is(tokens[i], LexiconFlag::issue) || is(tokens[i], LexiconFlag::supplement) ||
           tokens[i].before == entry::Separator::open_bracket)) {
        labels[i] = Label::issue;
      }
      volume_seen = volume_seen || word == string.volume;
    }
    const bool begins = i == 0 || labels[i - 1] != labels[i];
    if (begins && (labels[i] == Label::editor || labels[i] == Label::container) && is(tokens[i], LexiconFlag::chapter))
      labels[i] = Label::other;
  }
  for (std::size_t i = tokens.size(); i-- > 1;) {
    const auto announces = [&](Label label, LexiconFlag flag) {
      if (labels[i] == label && labels[i - 1] == Label::other && is(tokens[i - 1], flag)) labels[i - 1] = label;
    };
    announces(Label::volume, LexiconFlag::volume);
    announces(Label::issue, LexiconFlag::issue);
    announces(Label::page, LexiconFlag::page);
  }
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (labels[i] != Label::other) continue;
    const auto before = labels[i - 1];
    const auto after = i + 1 < tokens.size() ? labels[i + 1] : Label::other;
    if (before == Label::author && is(tokens[i], LexiconFlag::et_al)) labels[i] = Label::author;
    if (before == Label::editor && is(tokens[i], LexiconFlag::editor)) labels[i] = Label::editor;
    if (before == after && before != Label::date && before != Label::page && is(tokens[i], LexiconFlag::conjunction))
      labels[i] = before;
  }
}

// The longest common subsequence of words: the entry loses identifiers and remarks before the model sees it.
std::vector<Label> carried_over(const std::vector<Token>& from, const std::vector<Label>& labels,
                                const std::vector<Token>& to) {
  const auto columns = to.size() + 1;
  std::vector<std::uint16_t> length((from.size() + 1) * columns, 0);
  for (std::size_t i = from.size(); i-- > 0;) {
    for (std::size_t k = to.size(); k-- > 0;) {
      length[i * columns + k] = from[i].word == to[k].word
                                    ? static_cast<std::uint16_t>(length[(i + 1) * columns + k + 1] + 1)
                                    : std::max(length[(i + 1) * columns + k], length[i * columns + k + 1]);
    }
  }
  std::vector<Label> carried(to.size(), Label::other);
  for (std::size_t i = 0, k = 0; i < from.size() && k < to.size();) {
    if (from[i].word == to[k].word) {
      carried[k++] = labels[i++];
    } else if (length[(i + 1) * columns + k] >= length[i * columns + k + 1]) {
      ++i;
    } else {
      ++k;
    }
  }
  return carried;
}

}  // namespace

Label label_of_segment(std::string_view name) {
  constexpr std::pair<std::string_view, Label> kNames[] = {
      {"author", Label::author},     {"editor", Label::editor},
      {"translator", Label::editor}, {"director", Label::author},
      {"date", Label::date},         {"title", Label::title},
      {"journal", Label::container}, {"container-title", Label::container},
      {"volume", Label::volume},     {"issue", Label::issue},
      {"pages", Label::page},        {"publisher", Label::publisher},
      {"location", Label::place}};
  for (const auto& [known, label] : kNames) {
    if (known == name) return label;
  }
  return Label::other;
}

std::optional<LabelledEntry> align(const LabelledString& string) {
  const auto bytes = labels_of_bytes(string);
  if (!bytes) return std::nullopt;
  const auto printed = entry::tokens_of(string.raw);
  std::vector<Label> labels;
  labels.reserve(printed.size());
  for (const auto& token : printed) labels.push_back((*bytes)[token.range.begin]);
  harmonise(printed, string, labels);

  const auto reading = entry::read_by_rules(string.raw);
  if (reading.complete) return std::nullopt;
  LabelledEntry made;
  made.view = entry::view_of(reading.text, reading);
  if (made.view.tokens.empty()) return std::nullopt;
  made.labels = carried_over(printed, labels, made.view.tokens);
  // A volume without a journal, and no publisher either: the journal was left in the title.
  const auto has = [&](Label label) { return std::ranges::find(made.labels, label) != made.labels.end(); };
  if (has(Label::volume) && has(Label::page) && !has(Label::container) && !has(Label::publisher)) return std::nullopt;
  return made;
}

}  // namespace claimbase::training
