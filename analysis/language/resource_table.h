// The data files of corpus/ that are built into the programs (cmake/resources.cmake makes the table).
#pragma once

#include <span>

namespace claimbase {

struct ResourceEntry {
  const char* name;
  const char* begin;
  const char* end;
};

std::span<const ResourceEntry> resource_table();

}  // namespace claimbase
