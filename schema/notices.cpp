#include "schema/notices.h"

#include <string_view>

namespace claimbase {
namespace {

const Notice* latest(std::span<const Notice> notices, std::string_view nature) {
  const Notice* found = nullptr;
  for (const Notice& notice : notices) {
    if (notice.nature == nature && (found == nullptr || notice.date > found->date)) found = &notice;
  }
  return found;
}

}  // namespace

Notice standing_notice(std::span<const Notice> notices) {
  const Notice* reinstated = latest(notices, "reinstatement");
  for (const std::string_view nature : {"retraction", "expression-of-concern"}) {
    const Notice* found = latest(notices, nature);
    if (found != nullptr && (reinstated == nullptr || reinstated->date < found->date)) return *found;
  }
  if (reinstated != nullptr) return *reinstated;
  const Notice* corrected = latest(notices, "correction");
  return corrected == nullptr ? Notice{} : *corrected;
}

}  // namespace claimbase
