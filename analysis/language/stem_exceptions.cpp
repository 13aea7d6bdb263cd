#include "analysis/language/stem_exceptions.h"

#include "analysis/language/resources.h"

namespace claimbase {

StemExceptions::StemExceptions(std::string_view name) {
  for (const auto& row : tsv_rows(resource(name))) {
    if (row.size() >= 2) words_.emplace(row[0], row[1]);
  }
}

std::optional<StemExceptions::Target> StemExceptions::find(std::string_view folded) const {
  auto found = words_.find(folded);
  if (found == words_.end()) return std::nullopt;
  // One step further: "bloedingen" points at "bloeding", which stands for itself.
  if (const auto next = words_.find(found->second); next != words_.end()) found = next;
  return Target{found->second, found->first == found->second};
}

}  // namespace claimbase
