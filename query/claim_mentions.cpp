#include "query/claim_mentions.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "query/concepts.h"

namespace claimbase {
namespace {

constexpr std::string_view kArticle = "SELECT path, format FROM article WHERE key = ?1";
constexpr std::string_view kClaim =
    "SELECT c.id, su.id, c.relation, o.id, o.valence FROM claim AS c JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome WHERE c.key = ?1";
constexpr std::string_view kSentence = "SELECT line, text FROM sentence WHERE key = ?1";
constexpr std::string_view kQuantities =
    "SELECT begin_byte, end_byte, printed FROM quantity WHERE mention = ?1 ORDER BY ordinal";

// SQLite keeps to the order of a CROSS JOIN, and finds claims by an index where no list may be NULL.
std::string rows_statement(bool substances, bool outcomes, bool article) {
  std::string sql =
      "SELECT m.key, m.article, m.ordinal, m.sentence, m.claim, m.exposure, m.polarity, m.certainty FROM claim AS c"
      " CROSS JOIN mention AS m ON m.claim = c.key";
  if (article) sql += " CROSS JOIN article AS a ON a.key = m.article";
  sql += " WHERE 1";
  if (substances) sql += " AND c.substance IN (SELECT value FROM json_each(?1))";
  if (outcomes) sql += " AND c.outcome IN (SELECT value FROM json_each(?2))";
  if (article) sql += " AND (a.path GLOB ?3 OR a.path GLOB '*/' || ?3)";
  return sql;
}

}  // namespace

ClaimMentionReader::ClaimMentionReader(const Database& db, const std::string& substances, const std::string& outcomes,
                                       const std::string& article)
    : claim_(db, kClaim), sentence_(db, kSentence), quantities_(db, kQuantities) {
  read_rows(db, substances, outcomes, article);
  read_articles(db);
  const auto place = [this](const Row& row) {
    return std::tuple(std::string_view(articles_.find(row.article)->second.path), row.ordinal);
  };
  std::ranges::sort(rows_, [&](const Row& a, const Row& b) {
    return a.article == b.article ? a.ordinal < b.ordinal : place(a) < place(b);
  });
}

void ClaimMentionReader::read_rows(const Database& db, const std::string& substances, const std::string& outcomes,
                                   const std::string& article) {
  Statement rows(db, rows_statement(!substances.empty(), !outcomes.empty(), !article.empty()));
  if (!substances.empty()) rows.bind(1, std::string_view(substances));
  if (!outcomes.empty()) rows.bind(2, std::string_view(outcomes));
  if (!article.empty()) rows.bind(3, std::string_view(article));
  while (rows.step()) {
    rows_.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4),
                     std::string(rows.text(5)), std::string(rows.text(6)), std::string(rows.text(7))});
  }
}

void ClaimMentionReader::read_articles(const Database& db) {
  Statement article(db, kArticle);
  for (const Row& row : rows_) {
    const auto [place, is_new] = articles_.try_emplace(row.article);
    if (!is_new) continue;
    for (article.bind(1, row.article); article.step();)
      place->second = {std::string(article.text(0)), std::string(article.text(1))};
  }
}

std::optional<ClaimMention> ClaimMentionReader::next() {
  if (next_ == rows_.size()) return std::nullopt;
  const Row& row = rows_[next_++];
  const Article& article = articles_.find(row.article)->second;
  const Claim& said = claim(row.claim);
  ClaimMention mention{row.key, row.sentence, article.path, article.format, 0, {}, said.summary, said.valence, {}};
  mention.claim.exposure = row.exposure;
  mention.claim.polarity = row.polarity;
  mention.claim.certainty = row.certainty;
  read_sentence(mention);
  read_quantities(mention);
  return mention;
}

const ClaimMentionReader::Claim& ClaimMentionReader::claim(std::int64_t key) {
  const auto [place, is_new] = claims_.try_emplace(key);
  if (!is_new) return place->second;
  for (claim_.bind(1, key); claim_.step();) {
    const auto text = [this](int column) { return std::string(claim_.text(column)); };
    place->second = {{text(0), text(1), text(2), text(3), {}, {}, {}}, valence_of(claim_.text(4))};
  }
  return place->second;
}

void ClaimMentionReader::read_sentence(ClaimMention& mention) {
  for (sentence_.bind(1, mention.sentence_key); sentence_.step();) {
    mention.line = static_cast<std::uint32_t>(sentence_.integer(0));
    mention.sentence = sentence_.text(1);
  }
}

// Words that are read as two quantities are one.
void ClaimMentionReader::read_quantities(ClaimMention& mention) {
  std::vector<std::tuple<std::int64_t, std::int64_t, std::string>> found;
  for (quantities_.bind(1, mention.key); quantities_.step();)
    found.emplace_back(quantities_.integer(0), quantities_.integer(1), std::string(quantities_.text(2)));
  const auto range = [](const auto& each) { return std::pair(std::get<0>(each), std::get<1>(each)); };
  std::ranges::stable_sort(found, {}, range);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == 0 || range(found[i]) != range(found[i - 1])) mention.quantities.push_back(std::get<2>(found[i]));
  }
}

}  // namespace claimbase
