#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/claims.h"
#include "query/place.h"

namespace claimbase {
namespace {

constexpr std::string_view kNames =
    "SELECT c.id, su.id, c.relation, o.id FROM claim AS c JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome WHERE c.key = ?1";
constexpr std::string_view kMentions =
    "SELECT claim, article, key, certainty = 'hedged', polarity = 'negated' FROM mention WHERE claim = ?1";
constexpr std::string_view kEvidence =
    "SELECT reference FROM evidence WHERE mention = ?1 AND reference IS NOT NULL"
    " AND link <> (SELECT number FROM link_kind WHERE name = 'reference-list')";
constexpr std::string_view kLevel = "SELECT level FROM reference WHERE key = ?1";

struct MentionRow {
  std::int64_t claim = 0;
  std::int64_t article = 0;
  std::int64_t key = 0;
  bool hedged = false;
  bool negated = false;
};

/// A claim by its mentions, which are read where their number leaves it among the first.
struct Counted {
  std::int64_t claim = 0;
  std::size_t count = 0;
  std::vector<MentionRow> mentions;
  std::int64_t articles = 0;
  std::string id;  // read where it decides the order
};

bool looks_at_mentions(const Filters& filters) {
  return !filters.article.empty() || !filters.language.empty() || !filters.certainty.empty() ||
         !filters.polarity.empty();
}

std::string where_of(const Filters& filters) {
  std::string where;
  const auto add = [&where](const std::string& value, std::string_view condition) {
    if (value.empty()) return;
    where.append(where.empty() ? " WHERE " : " AND ").append(condition);
  };
  add(filters.substances, "c.substance IN (SELECT value FROM json_each(?10))");
  add(filters.outcomes, "c.outcome IN (SELECT value FROM json_each(?11))");
  add(filters.relation, "c.relation = ?12");
  add(filters.article, "(a.path GLOB ?13 OR a.path GLOB '*/' || ?13)");
  add(filters.language, "s.language = ?14");
  add(filters.certainty, "m.certainty = ?15");
  add(filters.polarity, "m.polarity = ?16");
  return where;
}

// Where claims alone are asked for, indexes hold all that is counted.
std::string counts_statement(const Filters& filters) {
  const std::string where = where_of(filters);
  if (where.empty()) return "SELECT claim, count(*) FROM mention GROUP BY claim";
  return "SELECT c.key, (SELECT count(*) FROM mention AS m WHERE m.claim = c.key) FROM claim AS c" + where;
}

// In the order in which fewest rows are read: by claims that the vocabulary leads to, by the articles of a name, or
// all. SQLite keeps to the order of a CROSS JOIN.
std::string rows_statement(const Filters& filters) {
  std::string from;
  if (!filters.substances.empty() || !filters.outcomes.empty()) {
    from = "claim AS c CROSS JOIN mention AS m ON m.claim = c.key";
    if (!filters.article.empty()) from += " CROSS JOIN article AS a ON a.key = m.article";
  } else {
    from = filters.article.empty() ? "mention AS m" : "article AS a CROSS JOIN mention AS m ON m.article = a.key";
    if (!filters.relation.empty()) from += " CROSS JOIN claim AS c ON c.key = m.claim";
  }
  if (!filters.language.empty()) from += " CROSS JOIN sentence AS s ON s.key = m.sentence";
  return "SELECT m.claim, m.article, m.key, m.certainty = 'hedged', m.polarity = 'negated' FROM " + from +
         where_of(filters);
}

void bind(Statement& statement, const Filters& filters) {
  int index = 10;
  for (const std::string* value : {&filters.substances, &filters.outcomes, &filters.relation, &filters.article,
                                   &filters.language, &filters.certainty, &filters.polarity}) {
    if (!value->empty()) statement.bind(index, std::string_view(*value));
    ++index;
  }
}

MentionRow row_of(const Statement& rows) {
  return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3) != 0, rows.integer(4) != 0};
}

std::vector<Counted> counted_in_indexes(const Database& db, const Filters& filters) {
  Statement counts(db, counts_statement(filters));
  bind(counts, filters);
  std::vector<Counted> claims;
  while (counts.step()) {
    if (counts.integer(1) > 0)
      claims.push_back({counts.integer(0), static_cast<std::size_t>(counts.integer(1)), {}, 0, {}});
  }
  return claims;
}

std::vector<Counted> counted_by_rows(const Database& db, const Filters& filters) {
  Statement rows(db, rows_statement(filters));
  bind(rows, filters);
  std::unordered_map<std::int64_t, std::vector<MentionRow>> by_claim;
  while (rows.step()) by_claim[rows.integer(0)].push_back(row_of(rows));
  std::vector<Counted> claims;
  claims.reserve(by_claim.size());
  for (auto& [claim, mentions] : by_claim) claims.push_back({claim, mentions.size(), std::move(mentions), 0, {}});
  return claims;
}

/// Statements prepared once.
class ClaimRowReader {
 public:
  explicit ClaimRowReader(const Database& db)
      : names_(db, kNames), mentions_(db, kMentions), evidence_(db, kEvidence), level_(db, kLevel) {}

  void count_articles(Counted& claim) {
    if (claim.mentions.empty())
      for (mentions_.bind(1, claim.claim); mentions_.step();) claim.mentions.push_back(row_of(mentions_));
    std::unordered_set<std::int64_t> articles;
    for (const MentionRow& each : claim.mentions) articles.insert(each.article);
    claim.articles = static_cast<std::int64_t>(articles.size());
  }

  std::string id(std::int64_t claim) {
    std::string id;
    for (names_.bind(1, claim); names_.step();) id = names_.text(0);
    return id;
  }

  ClaimRow read(const Counted& claim, std::int64_t total) {
    ClaimRow row;
    for (names_.bind(1, claim.claim); names_.step();) {
      row.id = names_.text(0);
      row.substance = names_.text(1);
      row.relation = names_.text(2);
      row.outcome = names_.text(3);
    }
    row.mentions = static_cast<std::int64_t>(claim.count);
    row.articles = claim.articles;
    std::set<std::int64_t> references;
    for (const MentionRow& each : claim.mentions) {
      row.hedged += each.hedged ? 1 : 0;
      row.negated += each.negated ? 1 : 0;
      for (evidence_.bind(1, each.key); evidence_.step();) references.insert(evidence_.integer(0));
    }
    row.references = static_cast<std::int64_t>(references.size());
    for (const std::int64_t key : references) {
      const int level = level_of(key);
      if (level != 0) row.best_level = std::min(level, row.best_level.value_or(level));
    }
    row.total = total;
    return row;
  }

 private:
  int level_of(std::int64_t reference) {
    const auto [place, is_new] = levels_.try_emplace(reference);
    if (!is_new) return place->second;
    for (level_.bind(1, reference); level_.step();) place->second = static_cast<int>(level_.integer(0));
    return place->second;
  }

  Statement names_;
  Statement mentions_;
  Statement evidence_;
  Statement level_;
  std::unordered_map<std::int64_t, int> levels_;
};

// Leaves those that may be among the first `limit` by `worth`: the first, and what is worth as much as the last of
// them.
template <class Worth>
void keep_best(std::vector<Counted>& claims, std::size_t limit, const Worth& worth) {
  if (claims.size() <= limit) return;
  const auto last = claims.begin() + static_cast<std::ptrdiff_t>(limit) - 1;
  std::ranges::nth_element(claims, last, std::greater<>(), worth);
  const auto least = worth(*last);
  std::erase_if(claims, [&](const Counted& each) { return worth(each) < least; });
}

// Rows are read only of the claims whose number of mentions, and names only of those whose articles leave it open.
void keep_first(std::vector<Counted>& claims, std::size_t limit, ClaimRowReader& reader) {
  keep_best(claims, limit, [](const Counted& each) { return each.count; });
  for (Counted& each : claims) reader.count_articles(each);
  const auto worth = [](const Counted& each) { return std::pair(each.count, each.articles); };
  keep_best(claims, limit, worth);
  for (Counted& each : claims) each.id = reader.id(each.claim);
  std::ranges::sort(claims, [&](const Counted& a, const Counted& b) {
    return worth(a) != worth(b) ? worth(a) > worth(b) : a.id < b.id;
  });
  claims.resize(std::min(claims.size(), limit));
}

}  // namespace

std::vector<ClaimRow> most_mentioned_claims(const Database& db, const Filters& filters, std::size_t limit) {
  std::vector<Counted> claims =
      looks_at_mentions(filters) ? counted_by_rows(db, filters) : counted_in_indexes(db, filters);
  const auto total = static_cast<std::int64_t>(claims.size());
  if (claims.empty() || limit == 0) return {};
  ClaimRowReader reader(db);
  keep_first(claims, limit, reader);
  std::vector<ClaimRow> rows;
  rows.reserve(claims.size());
  for (const Counted& each : claims) rows.push_back(reader.read(each, total));
  return rows;
}

}  // namespace claimbase
