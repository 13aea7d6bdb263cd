// The register as the Commission's web page exports it ("EU Register of nutrition and health claims made on foods"), as
// CSV or JSON; and any file of the register, told by its content.
//
// Columns and keys are found by their names, whatever the case and the signs between words, in any order; others are
// ignored:
//   Claim type                                    Art.13(1), Art.14(1)(a) ...
//   Nutrient, substance, food or food category
//   Claim
//   Conditions of use of the claim / Restrictions of use / Reasons for non-authorisation   (one column, or one each)
//   Health relationship
//   EFSA opinion reference/Journal reference
//   Commission regulation
//   Status                                        Authorised, Non-authorised ...
//   Entry Id
// Claim type, Nutrient, Claim and Status are needed. CSV has ',', ';' or tabs between cells, which may hold line ends
// within quotes; lines above the one with the names are passed over. JSON is an array of objects, an object with such
// an array, or an object a line. Encoding as in analysis/document/encoding.h.
#pragma once

#include <string_view>

#include "analysis/register/register.h"

namespace claimbase {

enum class RegisterFormat : std::uint8_t { unknown, ours, csv, json };
[[nodiscard]] RegisterFormat register_format(std::string_view bytes);

/// The entries of a file in any of the formats. A row that cannot be read costs itself, with a problem
/// ("register.row"); a file that is none is one problem ("register.unknown-format"). An export has no Dutch wording,
/// vocabulary ids or testable requirements: an entry with the claim of a built-in one takes its, and an entry of a
/// nutrient that is known its ids. Linear.
[[nodiscard]] RegisterFile read_register_file(std::string_view bytes);

}  // namespace claimbase
