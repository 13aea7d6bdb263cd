// What a template or a server was to put into a page, in a file saved before that: "{{ name }}", "{% block title %}",
// "<?php ... ?>".
#pragma once

#include <string>

namespace claimbase::reading {

/// Overwrites it with spaces, so that offsets and lines stay; what is not closed within 4,096 bytes stays too. Linear.
void blank_templates(std::string& page);

}  // namespace claimbase::reading
