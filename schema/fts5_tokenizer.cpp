#include "schema/fts5_tokenizer.h"

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/language/analyzer.h"
#include "schema/sqlite_api.h"

namespace claimbase {
namespace {

using Emit = int (*)(void*, int, const char*, int, int, int);

// One a table and connection, so never used by two threads at once.
struct Tokenizer {
  explicit Tokenizer(std::string_view language) : analyzer(language) {}
  Analyzer analyzer;
  std::vector<Word> words;  // kept for its memory only
};

int create(void* /*context*/, const char** arguments, int count, Fts5Tokenizer** out) noexcept {
  *out = nullptr;
  if (count > 1) return SQLITE_ERROR;
  try {
    auto* made = new Tokenizer(count == 1 ? arguments[0] : "und");
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

// Two tokens that are equal and stand at the same position would be one posting written twice.
bool is_repeated(const WordForm& form, std::size_t part) {
  const std::string& stem = form.parts[part].stem;
  const auto same = [&](const CompoundPart& other) { return other.stem == stem; };
  return stem.empty() || stem == form.stem ||
         std::any_of(form.parts.begin(), form.parts.begin() + static_cast<std::ptrdiff_t>(part), same);
}

int emit_word(const Word& word, bool with_parts, void* context, Emit emit) {
  const auto begin = static_cast<int>(word.range.begin);
  const auto end = static_cast<int>(word.range.end);
  const WordForm& form = *word.form;
  if (form.stem.empty()) return SQLITE_OK;
  int code = emit(context, 0, form.stem.data(), static_cast<int>(form.stem.size()), begin, end);
  if (!with_parts) return code;
  for (std::size_t i = 0; i < form.parts.size() && code == SQLITE_OK; ++i) {
    if (is_repeated(form, i)) continue;
    const std::string& stem = form.parts[i].stem;
    code = emit(context, FTS5_TOKEN_COLOCATED, stem.data(), static_cast<int>(stem.size()), begin, end);
  }
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
    const bool with_parts = (flags & FTS5_TOKENIZE_QUERY) == 0;
    return tokenize_words(*reinterpret_cast<Tokenizer*>(tokenizer),
                          std::string_view(text, static_cast<std::size_t>(size)), with_parts, context, emit);
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (...) {
    return SQLITE_ERROR;
  }
}

}  // namespace

int register_tokenizer(fts5_api& api) noexcept {
  fts5_tokenizer callbacks{create, destroy, tokenize};
  return api.xCreateTokenizer(&api, "claimbase", nullptr, &callbacks, nullptr);
}

}  // namespace claimbase
