// "Bedoelde u ...": what somebody may have meant whose words find nothing, from the index's own words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "query/label_index.h"
#include "schema/database.h"

namespace claimbase {

/// A full-text table, the language that its words are stemmed in, and the SQL of a row's text (?1: its rowid).
struct IndexedText {
  std::string table;
  std::string language;
  std::string text_sql;
};
[[nodiscard]] std::span<const IndexedText> sentence_texts();
[[nodiscard]] std::span<const IndexedText> work_texts();

struct Suggestion {
  std::string query;     // as typed, with other words; empty: nothing to suggest
  std::string language;  // "nl" or "en": of the words that were found
};

/// Finding fewer than this is next to nothing.
inline constexpr std::size_t kFewResults = 3;

/// Looks at each word of four letters or more that no text and no label holds, for words in texts and labels that begin
/// with the same letter and are one slip away (two for words of eight letters or more): the nearest, of those the one
/// in most texts. Words come as articles, works or labels print them. Cost: the index's words of that letter; at most
/// four words of the query are looked at. `db` may be query_only.
[[nodiscard]] Suggestion suggest(const Database& db, std::string_view typed, std::span<const IndexedText> texts,
                                 LabelIndex& labels);

/// `bedoelde u "magnesium"?`; empty where there is nothing.
[[nodiscard]] std::string suggestion_line(const Suggestion& suggestion);

}  // namespace claimbase
