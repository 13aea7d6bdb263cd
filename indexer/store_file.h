// Opening the store for an update: in place, or built beside it and then put in its place.
#pragma once

#include <filesystem>
#include <optional>

#include "schema/store.h"

namespace claimbase {

/// A store to write to. A clean build goes into a file beside the database, which finish() puts in its place: until
/// then, and for ever where finish() is not reached, the database stays as it was.
class StoreFile {
 public:
  /// In place where there is a database and no clean build is asked for. Throws StoreError.
  StoreFile(const std::filesystem::path& database, bool clean_build);

  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] bool is_clean_build() const { return !built_.empty(); }
  /// The record of the run; of a clean build, that of the database's runs goes into the new file with it.
  void end_run(const RunEnd& end);
  /// Ends a clean build; the store is the database from now on.
  void finish();

 private:
  std::filesystem::path database_;
  std::filesystem::path built_;  // empty: in place
  std::optional<Store> store_;
};

/// Removes what a clean build has left beside the database that was killed, or that could not take itself away. For a
/// holder of the writer's lock.
void remove_unfinished_build(const std::filesystem::path& database);

/// Whether there is a file with anything in it.
[[nodiscard]] bool has_content(const std::filesystem::path& database);

/// What a person can do about the error.
[[nodiscard]] std::string_view advice(StoreErrorKind kind);

}  // namespace claimbase
