// The names of web sites.
#pragma once

#include <string_view>

namespace claimbase {

/// The name of the site that `address` is on, from corpus/bibliography/sites.tsv; empty where it is not listed. The
/// most exact host counts: a page of ods.od.nih.gov is not one of nih.gov. Lives as long as the program.
[[nodiscard]] std::string_view site_name(std::string_view address);

}  // namespace claimbase
