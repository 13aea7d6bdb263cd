#include "query/relations.h"

namespace claimbase {

Side side_of(std::string_view relation) {
  if (relation == "no-effect") return Side::none;
  if (relation == "lowers" || relation == "prevents" || relation == "treats") return Side::down;
  if (relation == "raises" || relation == "supports" || relation == "affects") return Side::up;
  return Side::any;
}

Side opposite(Side side) {
  switch (side) {
    case Side::up:
      return Side::down;
    case Side::down:
      return Side::up;
    case Side::any:
    case Side::none:
      return side;
  }
  return side;
}

}  // namespace claimbase
