#include "query/store_message.h"

namespace claimbase {

std::string store_message(const StoreError& error, const std::filesystem::path& file) {
  const std::string name = file.string();
  switch (error.kind()) {
    case StoreErrorKind::missing:
      return "cannot open the store " + name + "; make one with: claimbase-index update --database " + name + " FOLDER";
    case StoreErrorKind::not_a_store:
      return name + " is not a Claimbase store; name another with --database";
    case StoreErrorKind::newer_schema:
      return "the store " + name + " was written by a newer version of Claimbase; update this program";
    case StoreErrorKind::older_schema:
      return "the store " + name + " was written by an older version of Claimbase; run claimbase-index on it once";
    case StoreErrorKind::locked:
      return "the store " + name + " is locked by another program; try again when that is done";
    case StoreErrorKind::read_only:
      return "the store " + name + " or its folder cannot be written, and reading it needs that here";
    case StoreErrorKind::full:
      return "no space is left on the device for reading the store " + name;
    case StoreErrorKind::corrupt:
      return "the store " + name + " is damaged; mend it with: claimbase-index repair";
    case StoreErrorKind::constraint:
    case StoreErrorKind::other:
      return error.what();
  }
  return error.what();
}

}  // namespace claimbase
