#include "query/evaluate.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "query/match_expression.h"

namespace claimbase {
namespace {

using Names = std::unordered_map<std::int64_t, std::vector<std::string>>;

Names names_of_works(const Database& db) {
  Names names;
  Statement rows(db,
                 "SELECT reference, name FROM library_record WHERE name <> '' ORDER BY reference, library, ordinal");
  while (rows.step()) names[rows.integer(0)].emplace_back(rows.text(1));
  return names;
}

void add_names(std::vector<RankedDocument>& documents, const Names& names, std::int64_t work, double score) {
  const auto found = names.find(work);
  if (found == names.end()) return;
  for (const std::string& name : found->second) documents.push_back({name, score});
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string any_word(const std::string& query) {
  std::string expression;
  for (std::size_t at = 0; at < query.size();) {
    std::size_t end = at;
    while (end < query.size() && is_word_byte(query[end])) ++end;
    if (end > at) expression += (expression.empty() ? "" : " OR ") + fts_phrase(query.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return expression;
}

// The least value that so large a part of them does not pass.
double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
  return values[std::max<std::size_t>(rank, 1) - 1];
}

void sort_as_trec(std::vector<RankedDocument>& documents, std::span<const std::string> order) {
  std::unordered_map<std::string_view, std::size_t> ranks;
  for (std::size_t i = 0; i < order.size(); ++i) ranks.emplace(order[i], i);
  std::ranges::stable_sort(documents, {}, [&](const RankedDocument& each) { return ranks.at(each.id); });
  const auto last = std::unique(documents.begin(), documents.end(),
                                [](const RankedDocument& a, const RankedDocument& b) { return a.id == b.id; });
  documents.erase(last, documents.end());
}

}  // namespace

Evaluation evaluate(const Search& search, std::span<const JudgedQuery> queries,
                    const std::map<std::string, Grades, std::less<>>& judgements, std::span<const std::size_t> cutoffs,
                    std::size_t depth) {
  Evaluation made;
  std::vector<double> times;
  times.reserve(queries.size());
  for (const std::size_t k : cutoffs) made.measures.ndcg[k] = made.measures.recall[k] = 0;
  for (const JudgedQuery& query : queries) {
    const auto judged = judgements.find(query.id);
    if (judged == judgements.end()) continue;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<RankedDocument> documents = search(query.text, depth);
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    const std::vector<std::string> order = trec_order(documents);
    for (const std::size_t k : cutoffs) {
      made.measures.ndcg[k] += ndcg_at(order, judged->second, k);
      made.measures.recall[k] += recall_at(order, judged->second, k);
    }
    made.measures.map += average_precision(order, judged->second);
    sort_as_trec(documents, order);
    made.runs.push_back({query.id, std::move(documents)});
  }
  const double count = std::max(static_cast<double>(times.size()), 1.0);
  for (const std::size_t k : cutoffs) {
    made.measures.ndcg[k] /= count;
    made.measures.recall[k] /= count;
  }
  made.measures.map /= count;
  made.measures.p50 = percentile(times, 0.50);
  made.measures.p99 = percentile(times, 0.99);
  return made;
}

Search works_search(const Database& db, const RankingSettings& settings, bool expand) {
  struct State {
    State(const Database& database, const RankingSettings& chosen)
        : table(database),
          labels(table),
          lexicon(labels.languages()),
          ranking(database, chosen),
          names(names_of_works(database)) {}
    ConceptTable table;
    LabelIndex labels;
    QueryLexicon lexicon;
    ReferenceRanking ranking;
    Names names;
  };
  const auto state = std::make_shared<State>(db, settings);
  return [state, expand](const std::string& typed, std::size_t limit) {
    const ReferenceQuery query = make_reference_query(typed, state->labels, state->lexicon, expand);
    std::vector<RankedDocument> documents;
    for (const RankedWork& work : state->ranking.rank(query, limit)) {
      add_names(documents, state->names, work.key, work.score);
    }
    return documents;
  };
}

Search plain_search(const Database& db) {
  struct State {
    explicit State(const Database& database) : index(":memory:", OpenMode::create), names(names_of_works(database)) {
      index.execute("CREATE VIRTUAL TABLE work USING fts5 (title, text, tokenize = 'porter unicode61')");
      Transaction transaction(index);
      Statement add(index, "INSERT INTO work(rowid, title, text) VALUES (?1, ?2, ?3)");
      Statement rows(database, "SELECT key, title, abstract FROM reference ORDER BY key");
      while (rows.step()) add.bind(1, rows.integer(0)).bind(2, rows.text(1)).bind(3, rows.text(2)).run();
      transaction.commit();
    }
    Database index;
    Names names;
  };
  const auto state = std::make_shared<State>(db);
  return [state](const std::string& typed, std::size_t limit) {
    std::vector<RankedDocument> documents;
    const std::string expression = any_word(typed);
    if (expression.empty()) return documents;
    Statement best(
        state->index,
        "SELECT rowid, -bm25(work) AS score FROM work WHERE work MATCH ?1 ORDER BY score DESC, rowid LIMIT ?2");
    best.bind(1, std::string_view(expression)).bind(2, limit);
    while (best.step()) add_names(documents, state->names, best.integer(0), best.real(1));
    return documents;
  };
}

}  // namespace claimbase
