// Our answers to queries: search_ours STORE QUERIES ROUNDS. "top": the ten best sentences, as Xapian is asked for them;
// "search": what the command `search` does, with its counts, its expansion and its marks, in the same process.
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/cpu_clock.h"
#include "bench/latency.h"
#include "bench/top_ten.h"
#include "query/search.h"
#include "schema/store.h"

namespace claimbase::bench {
namespace {

std::string typed(const BenchQuery& query) {
  std::string text;
  for (const std::string& word : query.words) text += (text.empty() ? "" : " ") + word;
  return query.kind == "phrase" ? '"' + text + '"' : text;
}

struct Way {
  const char* name = nullptr;
  SearchOptions options;
};

nlohmann::json times(const std::string& store, const std::string& file, std::size_t rounds) {
  Database db = open_reader(store);
  const Transaction reading(db, Transaction::Kind::read);
  const std::vector<BenchQuery> queries = read_queries(file);
  nlohmann::json made;
  const double begin = thread_seconds();
  TopTen top(db);
  made["open"] = (thread_seconds() - begin) * 1000;
  made["top"] = measure(
      queries, [&](const BenchQuery& query) { return top.find(query); }, rounds);

  std::vector<BenchQuery> typical;
  for (const BenchQuery& query : queries) {
    if (query.kind == "and 2" && typical.size() < 20) typical.push_back(query);
  }
  SearchOptions plain;
  plain.expand = false;
  SearchOptions filtered = plain;
  filtered.filters.substance = "magnesium";
  for (const Way& way : {Way{"as typed", plain}, Way{"filtered by a substance", filtered}, Way{"expanded", {}}}) {
    const Answer answer = [&](const BenchQuery& query) {
      SearchOptions options = way.options;
      options.typed = typed(query);
      return search(db, options).hits.size();
    };
    made["search"][way.name] = measure(typical, answer, rounds)["and 2"];
  }
  return made;
}

}  // namespace
}  // namespace claimbase::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "search_ours STORE QUERIES ROUNDS\n";
    return 2;
  }
  try {
    std::cout << claimbase::bench::times(argv[1], argv[2], std::stoul(argv[3])) << '\n';
  } catch (const std::exception& error) {
    std::cerr << "search_ours: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
