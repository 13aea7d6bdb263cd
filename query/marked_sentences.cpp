#include "query/marked_sentences.h"

#include <set>

#include "query/paint.h"
#include "schema/fts5_api.h"

namespace claimbase {
namespace {

constexpr std::string_view kSentence =
    "SELECT s.text, b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.key = ?1";

// Table names are ours: a full-text index of one language, never input.
class Marker {
 public:
  explicit Marker(const std::string& language) : table_("marked_" + language) {
    if (const int code = register_full_text(db_.handle()); code != 0) db_.fail(code, "register the tokenizer for");
    db_.execute("CREATE VIRTUAL TABLE " + table_ + " USING fts5 (text, heading, tokenize = 'claimbase " + language +
                "')");
  }

  void add(std::size_t place, std::string_view text, std::string_view heading) {
    Statement add_row(db_, "INSERT INTO " + table_ + "(rowid, text, heading) VALUES (?1, ?2, ?3)");
    add_row.bind(1, place).bind(2, text).bind(3, heading).run();
  }

  void mark(const std::string& expression, std::vector<MarkedSentence>& sentences) {
    Statement marked(db_, "SELECT rowid, highlight(" + table_ + ", 0, ?2, ?3), highlight(" + table_ +
                              ", 1, ?2, ?3) FROM " + table_ + " WHERE " + table_ + " MATCH ?1");
    const std::string begin(1, kHitBegin);
    const std::string end(1, kHitEnd);
    marked.bind(1, std::string_view(expression)).bind(2, std::string_view(begin)).bind(3, std::string_view(end));
    while (marked.step()) {
      sentences[static_cast<std::size_t>(marked.integer(0))] = {std::string(marked.text(1)),
                                                                std::string(marked.text(2))};
    }
  }

 private:
  Database db_{":memory:", OpenMode::create};
  std::string table_;
};

}  // namespace

std::vector<MarkedSentence> mark_hits(const Database& db, std::span<const SentenceHit> hits,
                                      const std::string& expression) {
  std::vector<MarkedSentence> sentences(hits.size());
  std::set<std::string> languages;
  for (const SentenceHit& hit : hits) languages.insert(hit.index);
  Statement sentence(db, kSentence);
  for (const std::string& language : languages) {
    Marker marker(language);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (hits[i].index != language) continue;
      for (sentence.bind(1, hits[i].key); sentence.step();) marker.add(i, sentence.text(0), sentence.text(1));
    }
    marker.mark(expression, sentences);
  }
  return sentences;
}

}  // namespace claimbase
