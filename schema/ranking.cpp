#include "schema/ranking.h"

#include <cmath>
#include <memory>
#include <new>
#include <vector>

#include "schema/row_lengths.h"
#include "schema/sqlite_api.h"

namespace claimbase {
namespace {

constexpr double kSaturation = 1.2;        // k1
constexpr double kLengthInfluence = 0.75;  // b

/// What stays the same for all rows of one query.
struct QueryMemo {
  std::vector<double> idf;      // a phrase
  std::vector<double> weights;  // a column
  double mean_length = 1;
  std::shared_ptr<const RowLengths> lengths;  // null: ask FTS5
};

int count_row(const Fts5ExtensionApi* /*api*/, Fts5Context* /*context*/, void* counter) noexcept {
  ++*static_cast<sqlite3_int64*>(counter);
  return SQLITE_OK;
}

int fill_idf(const Fts5ExtensionApi& api, Fts5Context* context, sqlite3_int64 rows, std::vector<double>& idf) {
  const int phrases = api.xPhraseCount(context);
  idf.resize(static_cast<std::size_t>(phrases));
  for (int phrase = 0; phrase < phrases; ++phrase) {
    sqlite3_int64 hits = 0;
    const int code = api.xQueryPhrase(context, phrase, &hits, count_row);
    if (code != SQLITE_OK) return code;
    const auto n = static_cast<double>(hits);
    const double others = std::max(static_cast<double>(rows) - n, 0.0);
    idf[static_cast<std::size_t>(phrase)] = std::log1p((others + 0.5) / (n + 0.5));
  }
  return SQLITE_OK;
}

int fill_memo(const Fts5ExtensionApi& api, Fts5Context* context, int count, sqlite3_value** values, QueryMemo& memo) {
  sqlite3_int64 rows = 0;
  sqlite3_int64 words = 0;
  int code = api.xRowCount(context, &rows);
  if (code == SQLITE_OK) code = api.xColumnTotalSize(context, -1, &words);
  if (code == SQLITE_OK) code = fill_idf(api, context, rows, memo.idf);
  if (code != SQLITE_OK) return code;
  if (rows > 0 && words > 0) memo.mean_length = static_cast<double>(words) / static_cast<double>(rows);
  memo.weights.assign(static_cast<std::size_t>(api.xColumnCount(context)), 1.0);
  int next = 0;
  if (count > 0 && sqlite3_value_type(values[0]) == SQLITE_TEXT) {
    const auto* name = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (name == nullptr) return SQLITE_NOMEM;
    memo.lengths = static_cast<RowLengthCache*>(api.xUserData(context))->lengths(name);
    next = 1;
  }
  for (std::size_t column = 0; column < memo.weights.size() && next < count; ++column, ++next) {
    memo.weights[column] = sqlite3_value_double(values[next]);
  }
  return SQLITE_OK;
}

void delete_memo(void* memo) noexcept {
  delete static_cast<QueryMemo*>(memo);
}

int memo_of(const Fts5ExtensionApi& api, Fts5Context* context, int count, sqlite3_value** values, QueryMemo*& memo) {
  memo = static_cast<QueryMemo*>(api.xGetAuxdata(context, 0));
  if (memo != nullptr) return SQLITE_OK;
  auto made = std::make_unique<QueryMemo>();
  int code = fill_memo(api, context, count, values, *made);
  if (code != SQLITE_OK) return code;
  memo = made.release();
  return api.xSetAuxdata(context, memo, delete_memo);  // takes it, also where it fails
}

int length_of(const Fts5ExtensionApi& api, Fts5Context* context, const QueryMemo& memo, double& length) {
  if (memo.lengths) {
    if (const auto known = memo.lengths->of(api.xRowid(context))) {
      length = *known;
      return SQLITE_OK;
    }
  }
  int words = 0;
  const int code = api.xColumnSize(context, -1, &words);
  length = words;
  return code;
}

int frequency_of(const Fts5ExtensionApi& api, Fts5Context* context, const QueryMemo& memo, int phrase,
                 double& frequency) {
  Fts5PhraseIter iterator;
  int column = 0;
  int offset = 0;
  frequency = 0;
  const int code = api.xPhraseFirst(context, phrase, &iterator, &column, &offset);
  if (code != SQLITE_OK) return code;
  for (; column >= 0; api.xPhraseNext(context, &iterator, &column, &offset)) {
    const auto index = static_cast<std::size_t>(column);
    if (index < memo.weights.size()) frequency += memo.weights[index];
  }
  return SQLITE_OK;
}

int score_row(const Fts5ExtensionApi& api, Fts5Context* context, int count, sqlite3_value** values, double& score) {
  QueryMemo* memo = nullptr;
  double length = 0;
  int code = memo_of(api, context, count, values, memo);
  if (code == SQLITE_OK) code = length_of(api, context, *memo, length);
  if (code != SQLITE_OK) return code;
  const double norm = kSaturation * (1 - kLengthInfluence + kLengthInfluence * length / memo->mean_length);
  for (std::size_t phrase = 0; phrase < memo->idf.size(); ++phrase) {
    double frequency = 0;
    code = frequency_of(api, context, *memo, static_cast<int>(phrase), frequency);
    if (code != SQLITE_OK) return code;
    if (frequency > 0) score -= memo->idf[phrase] * frequency * (kSaturation + 1) / (frequency + norm);
  }
  return SQLITE_OK;
}

void claim_rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                sqlite3_value** values) noexcept {
  try {
    double score = 0;
    const int code = score_row(*api, context, count, values, score);
    if (code == SQLITE_OK) {
      sqlite3_result_double(result, score);
    } else {
      sqlite3_result_error_code(result, code);
    }
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(result);
  } catch (...) {
    sqlite3_result_error_code(result, SQLITE_ERROR);
  }
}

void delete_cache(void* cache) noexcept {
  delete static_cast<RowLengthCache*>(cache);
}

}  // namespace

int register_ranking(sqlite3* db, fts5_api& api) noexcept {
  try {
    auto cache = std::make_unique<RowLengthCache>(db);
    const int code = api.xCreateFunction(&api, "claim_rank", cache.get(), claim_rank, delete_cache);
    if (code == SQLITE_OK) static_cast<void>(cache.release());  // FTS5's now
    return code;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

}  // namespace claimbase
