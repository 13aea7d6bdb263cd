// A bibliographic work as one JSON object, the form in which each reference entry keeps what it says (docs/store.md,
// Merging).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records.h"

namespace claimbase {

/// The fields that are one text, by their names in JSON, in their order there.
struct TextField {
  std::string_view name;
  std::string ReferenceRecord::*member;
};
[[nodiscard]] std::span<const TextField> text_fields();

/// The fields that are a list of texts.
struct ListField {
  std::string_view name;
  std::vector<std::string> ReferenceRecord::*member;
};
[[nodiscard]] std::span<const ListField> list_fields();

/// Names as in CSL-JSON ("container-title", "DOI"); empty fields, `id` and `raw` are left out; the order of names is
/// fixed, so that equal works give equal bytes.
[[nodiscard]] std::string to_json(const ReferenceRecord& work);

/// What reference.work holds: all of it but the abstract, which has a column of its own.
[[nodiscard]] std::string reference_json(const ReferenceRecord& work);

/// How many fields the entry gives: the measure by which the best of several entries is chosen.
[[nodiscard]] int count_fields(const ReferenceRecord& work);

/// "Nielsen F. H.; EFSA": for reading and for full text.
[[nodiscard]] std::string author_line(const ReferenceRecord& work);

}  // namespace claimbase
