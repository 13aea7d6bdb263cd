// The labels of the store's concepts as stems (table label_words): what a query's words are looked up in, so that no
// start stems the vocabulary. Made from `concept` and `label` by this program's analyzer.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "schema/database.h"

namespace claimbase {

/// The words of one label under one language's analysis.
struct LabelWords {
  std::string first_stem;
  std::string rest;        // the other stems, joined by spaces
  std::string first_word;  // folded
  // NOLINTNEXTLINE(modernize-use-nullptr): see byte_range.h
  friend auto operator<=>(const LabelWords&, const LabelWords&) = default;
};

/// `first_stem` empty: no words.
[[nodiscard]] LabelWords label_words(std::string_view label, Analyzer& analyzer);

/// One row of the table.
struct LabelRow {
  std::string language;  // "nl", "en": a label of any language is there in both
  LabelWords words;
  std::int64_t concept_key = 0;
  bool inverse = false;  // names the lack of the concept
  // NOLINTNEXTLINE(modernize-use-nullptr): see byte_range.h
  friend auto operator<=>(const LabelRow&, const LabelRow&) = default;
};

/// What the table must hold, in its order: each label that names a concept alone, and each concept's id as English
/// words. Analyses them all: some tens of milliseconds.
[[nodiscard]] std::vector<LabelRow> made_label_rows(const Database& db);

/// What the table holds, in the same order.
[[nodiscard]] std::vector<LabelRow> kept_label_rows(const Database& db);

/// Whether the rows are this program's. Else made_label_rows() must be asked.
[[nodiscard]] bool has_label_words(const Database& db);

/// Makes the rows anew. Runs inside a transaction of the caller.
void write_label_words(Database& db);

/// The same in a transaction of its own, where the rows are not this program's.
void renew_label_words(Database& db);

}  // namespace claimbase
