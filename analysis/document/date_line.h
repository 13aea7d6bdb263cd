// "Oct 17, 2025Publisher", "2 januari 2023", "Gepubliceerd op 2024-03-05", "Publisher, 2 January 2023": the line under
// a title.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimbase::reading {

struct DateLine {
  std::string date;       // ISO 8601
  std::string publisher;  // what else stood there; may be empty
};

/// Reads a line that is a date, with an introduction ("Published on") before it or a name on one side; nothing where it
/// is a sentence. Month names and introductions are data: corpus/document/months.tsv, date_words.tsv. O(line), lines
/// over 120 bytes are refused.
[[nodiscard]] std::optional<DateLine> read_date_line(std::string_view line);

}  // namespace claimbase::reading
