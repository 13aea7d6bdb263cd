#include "schema/fts5_tokenizer.h"

#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/index_words.h"
#include "schema/fts5_api.h"
#include "schema/prepared_words.h"
#include "schema/sqlite_api.h"

namespace claimbase {
namespace {

constexpr const char* kTokenizer = "claimbase";

using Emit = int (*)(void*, int, const char*, int, int, int);

// One a table and connection, so never used by two threads at once.
struct Tokenizer {
  Tokenizer(std::string_view language, const PreparedWords& words_at_hand)
      : analyzer(language), prepared(words_at_hand) {}
  Analyzer analyzer;
  const PreparedWords& prepared;
  std::vector<Word> words;  // kept for its memory only
};

int create(void* context, const char** arguments, int count, Fts5Tokenizer** out) noexcept {
  *out = nullptr;
  if (count > 1) return SQLITE_ERROR;
  try {
    auto* made = new Tokenizer(count == 1 ? arguments[0] : "und", *static_cast<const PreparedWords*>(context));
    *out = reinterpret_cast<Fts5Tokenizer*>(made);
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (...) {
    return SQLITE_ERROR;
  }
}

void destroy(Fts5Tokenizer* tokenizer) noexcept {
  delete reinterpret_cast<Tokenizer*>(tokenizer);
}

int emit_word(const Word& word, bool with_parts, void* context, Emit emit) {
  const auto begin = static_cast<int>(word.range.begin);
  const auto end = static_cast<int>(word.range.end);
  int code = SQLITE_OK;
  each_index_stem(*word.form, [&](std::string_view stem, bool same_place) {
    const int flags = same_place ? FTS5_TOKEN_COLOCATED : 0;
    code = emit(context, flags, stem.data(), static_cast<int>(stem.size()), begin, end);
    return with_parts && code == SQLITE_OK;
  });
  return code;
}

// Without places in the text, which an index does not keep.
int emit_prepared(std::string_view words, void* context, Emit emit) {
  int code = SQLITE_OK;
  each_index_word(words, [&](std::string_view stem, bool same_place) {
    code = emit(context, same_place ? FTS5_TOKEN_COLOCATED : 0, stem.data(), static_cast<int>(stem.size()), 0, 0);
    return code == SQLITE_OK;
  });
  return code;
}

int tokenize_words(Tokenizer& tokenizer, std::string_view text, bool with_parts, void* context, Emit emit) {
  tokenizer.analyzer.trim();
  std::vector<Word> words =
      std::exchange(tokenizer.words, {});  // ours alone, should `emit` come back to this tokenizer
  words.clear();
  tokenizer.analyzer.words(text, words);
  int code = SQLITE_OK;
  for (auto word = words.begin(); word != words.end() && code == SQLITE_OK; ++word) {
    code = emit_word(*word, with_parts, context, emit);
  }
  tokenizer.words = std::move(words);
  return code;
}

// A byte that no text in UTF-8 has, before a stem that is asked for as it is (exact_stem_query).
constexpr char kExactStem = '\xff';

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, Emit emit) noexcept {
  if (text == nullptr || size <= 0) return SQLITE_OK;
  if (text[0] == kExactStem && (flags & FTS5_TOKENIZE_QUERY) != 0) {
    return size > 1 ? emit(context, 0, text + 1, size - 1, 0, size) : SQLITE_OK;
  }
  try {
    auto& own = *reinterpret_cast<Tokenizer*>(tokenizer);
    const std::string_view bytes(text, static_cast<std::size_t>(size));
    if ((flags & FTS5_TOKENIZE_DOCUMENT) != 0) {
      if (const auto words = own.prepared.find(bytes)) return emit_prepared(*words, context, emit);
    }
    const bool with_parts = (flags & FTS5_TOKENIZE_QUERY) == 0;
    return tokenize_words(own, bytes, with_parts, context, emit);
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (...) {
    return SQLITE_ERROR;
  }
}

}  // namespace

int register_tokenizer(fts5_api& api) noexcept {
  auto* prepared = new (std::nothrow) PreparedWords;
  if (prepared == nullptr) return SQLITE_NOMEM;
  fts5_tokenizer callbacks{create, destroy, tokenize};
  const auto end = [](void* words) { delete static_cast<PreparedWords*>(words); };
  const int code = api.xCreateTokenizer(&api, kTokenizer, prepared, &callbacks, end);
  if (code != SQLITE_OK) end(prepared);
  return code;
}

PreparedWords& prepared_words_of(sqlite3* db) {
  fts5_api* const api = fts5_api_of(db);
  void* prepared = nullptr;
  fts5_tokenizer callbacks{};
  if (api == nullptr || api->xFindTokenizer(api, kTokenizer, &prepared, &callbacks) != SQLITE_OK || prepared == nullptr)
    throw std::logic_error("the connection has no tokenizer of ours");
  return *static_cast<PreparedWords*>(prepared);
}

}  // namespace claimbase
