// What made an article's rows: rows made otherwise are out of date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/records.h"

namespace claimbase {

/// Differs whenever the same bytes may give other rows: through code, built-in data, vocabulary (its fingerprint), or
/// what is forced on the article (forced_settings of sources.h). `format`: of the article, "html" ...
[[nodiscard]] AnalysisVersions current_versions(std::uint64_t vocabulary, std::string_view forced,
                                                std::string_view format);

/// The version of that format's reader.
[[nodiscard]] int reader_version_of(std::string_view format);

/// Why rows of the versions `stored` are out of date, for a person: "other program, other vocabulary". Empty: they are
/// not. `settings_before`: the versions of now with what was forced on the article when its rows were made; they tell
/// another setting from another program.
[[nodiscard]] std::string why_outdated(const AnalysisVersions& stored, const AnalysisVersions& now,
                                       const AnalysisVersions& settings_before);

}  // namespace claimbase
