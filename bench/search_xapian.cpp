// Xapian's answers to queries: search_xapian DATABASE QUERIES ROUNDS. The ten best by BM25 with the weights that ours
// has. A benchmark that is never installed: Xapian is licensed under the GPL.
#include <xapian.h>

#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/latency.h"
#include "bench/query_set.h"

namespace claimbase::bench {
namespace {

Xapian::Query::op operator_of(const std::string& kind) {
  if (kind == "phrase") return Xapian::Query::OP_PHRASE;
  return kind.starts_with("and") ? Xapian::Query::OP_AND : Xapian::Query::OP_OR;
}

nlohmann::json times(const std::string& file, const std::string& queries, std::size_t rounds) {
  const Xapian::Database db(file);
  const Xapian::Stem dutch("dutch");
  const Xapian::Stem english("english");
  const Answer answer = [&](const BenchQuery& query) -> std::size_t {
    std::vector<std::string> stems;
    stems.reserve(query.words.size());
    for (const std::string& word : query.words) stems.push_back(query.language == "nl" ? dutch(word) : english(word));
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    enquire.set_query(Xapian::Query(operator_of(query.kind), stems.begin(), stems.end()));
    return enquire.get_mset(0, 10).size();
  };
  std::vector<BenchQuery> asked = read_queries(queries);
  if (!db.has_positions()) std::erase_if(asked, [](const BenchQuery& query) { return query.kind == "phrase"; });
  return measure(asked, answer, rounds);
}

}  // namespace
}  // namespace claimbase::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "search_xapian DATABASE QUERIES ROUNDS\n";
    return 2;
  }
  try {
    std::cout << claimbase::bench::times(argv[1], argv[2], std::stoul(argv[3])) << '\n';
  } catch (const Xapian::Error& error) {
    std::cerr << "search_xapian: " << error.get_description() << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "search_xapian: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
