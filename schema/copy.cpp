#include "schema/copy.h"

#include <sqlite3.h>

#include <memory>

namespace claimbase {
namespace {

struct Finish {
  void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
};

}  // namespace

void copy_database(Database& from, Database& to) {
  std::unique_ptr<sqlite3_backup, Finish> backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  if (!backup) to.fail(sqlite3_extended_errcode(to.handle()), "write");
  const int stepped = sqlite3_backup_step(backup.get(), -1);
  const int finished = sqlite3_backup_finish(backup.release());
  if (finished != SQLITE_OK) to.fail(finished, "write");
  if (stepped != SQLITE_DONE) {
    // finish() does not repeat a busy step, and leaves no message of it.
    throw StoreError(StoreErrorKind::locked, stepped, "write " + to.file().string() + ": " + sqlite3_errstr(stepped));
  }
}

}  // namespace claimbase
