#include "schema/phrase_postings.h"

#include <sqlite3.h>

#include "schema/postings_function.h"

namespace claimbase {
namespace {

std::string quoted(std::string_view phrase) {
  std::string text = "\"";
  for (const char c : phrase) {
    if (c == '"') text += '"';
    text += c == '\0' ? ' ' : c;
  }
  return text + '"';
}

}  // namespace

void PostingsReader::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

PostingsReader::PostingsReader(const Database& db, const std::string& table) : db_(db) {
  const std::string sql =
      "SELECT claim_postings(" + table + ", ?2) FROM " + table + " WHERE " + table + " MATCH ?1 LIMIT 1";
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &made, nullptr);
  statement_.reset(made);
  if (code != SQLITE_OK) db.fail(code, "read");
}

PhrasePostings PostingsReader::read(std::string_view phrase) {
  PhrasePostings postings;
  const std::string match = quoted(phrase);
  sqlite3_bind_text(statement_.get(), 1, match.data(), static_cast<int>(match.size()), SQLITE_STATIC);
  sqlite3_bind_pointer(statement_.get(), 2, &postings, kPostingsPointer, nullptr);
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) db_.fail(code, "read");
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  return postings;
}

}  // namespace claimbase
