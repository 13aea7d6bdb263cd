#include "query/allowed_sentences.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace claimbase {
namespace {

constexpr std::size_t kFewArticles = 100;
constexpr std::int64_t kSentencesAnArticle = 70;  // a guess, to choose the cheaper way
constexpr std::int64_t kCostOfLookUp = 2;         // in rows that are read one after the other

std::vector<std::int64_t> keys_of(Statement& rows) {
  std::vector<std::int64_t> keys;
  while (rows.step()) keys.push_back(rows.integer(0));
  std::ranges::sort(keys);
  return keys;
}

std::optional<std::vector<std::int64_t>> claims_of(const Database& db, const Filters& filters) {
  if (filters.substances.empty() && filters.outcomes.empty() && filters.relation.empty()) return std::nullopt;
  std::string sql = "SELECT c.key FROM claim AS c WHERE";
  // Said without "or none asked", so that an index of claims serves.
  if (!filters.substances.empty()) {
    sql += " c.substance IN (SELECT value FROM json_each(?10)) AND";
  } else if (!filters.outcomes.empty()) {
    sql += " c.outcome IN (SELECT value FROM json_each(?11)) AND";
  }
  sql +=
      " (?10 IS NULL OR c.substance IN (SELECT value FROM json_each(?10))) AND (?11 IS NULL OR c.outcome IN (SELECT "
      "value FROM json_each(?11))) AND (?12 IS NULL OR c.relation = ?12)";
  Statement rows(db, sql);
  bind_text(rows, 10, filters.substances);
  bind_text(rows, 11, filters.outcomes);
  bind_text(rows, 12, filters.relation);
  return keys_of(rows);
}

std::optional<std::vector<std::int64_t>> articles_of(const Database& db, const Filters& filters) {
  if (filters.article.empty()) return std::nullopt;
  Statement rows(db, "SELECT key FROM article WHERE path GLOB ?1 OR path GLOB '*/' || ?1");
  rows.bind(1, std::string_view(filters.article));
  return keys_of(rows);
}

bool holds(const std::optional<std::vector<std::int64_t>>& keys, std::int64_t key) {
  return !keys || std::ranges::binary_search(*keys, key);
}

}  // namespace

AllowedSentences::AllowedSentences(const Database& db, const Filters& filters, const SentenceChunks& chunks)
    : db_(&db),
      filters_(&filters),
      chunks_(&chunks),
      by_claims_(!filters.substances.empty() || !filters.outcomes.empty() || !filters.relation.empty() ||
                 !filters.certainty.empty() || !filters.polarity.empty()),
      claims_(claims_of(db, filters)),
      articles_(articles_of(db, filters)),
      mentions_of_sentence_(db,
                            "SELECT sentence, claim, article, certainty, polarity FROM mention WHERE sentence = ?1"),
      mentions_of_claim_(db, "SELECT sentence, claim, article, certainty, polarity FROM mention WHERE claim = ?1"),
      count_of_claim_(db, "SELECT count(*) FROM mention WHERE claim = ?1"),
      sentence_(db, "SELECT article, language FROM sentence WHERE key = ?1"),
      sentences_of_article_(db, "SELECT key FROM sentence WHERE article = ?1") {}

bool AllowedSentences::is_of_language(std::int64_t key) {
  const std::string& asked = filters_->language;
  if (asked.empty()) return true;
  const std::string_view index = kSentenceIndexes[std::min(traits_of(chunks_->traits(key)).index, std::size_t{2})];
  if (index != "und" || asked == "nl" || asked == "en") return index == asked;
  bool same = false;
  for (sentence_.bind(1, key); sentence_.step();) same = sentence_.text(1) == asked;
  return same;
}

bool AllowedSentences::is_asked(const Statement& mention) const {
  return holds(claims_, mention.integer(1)) && holds(articles_, mention.integer(2)) &&
         (filters_->certainty.empty() || mention.text(3) == filters_->certainty) &&
         (filters_->polarity.empty() || mention.text(4) == filters_->polarity);
}

bool AllowedSentences::may_claim(std::int64_t key) const {
  return traits_of(chunks_->traits(key)).claims;
}

bool AllowedSentences::is_allowed(std::int64_t key) {
  bool allowed = false;
  if (by_claims_) {
    for (mentions_of_sentence_.bind(1, key); mentions_of_sentence_.step();) {
      allowed = allowed || is_asked(mentions_of_sentence_);
    }
  } else if (articles_) {
    for (sentence_.bind(1, key); sentence_.step();) allowed = holds(articles_, sentence_.integer(0));
  } else {
    allowed = true;
  }
  return allowed;
}

std::int64_t AllowedSentences::count_to_read(std::int64_t enough) {
  if (!by_claims_) return static_cast<std::int64_t>(articles_->size()) * kSentencesAnArticle;
  if (!claims_) return db_->integer("SELECT count(*) FROM mention").value_or(0);
  std::int64_t count = 0;
  for (const std::int64_t claim : *claims_) {
    if (count > enough) break;
    for (count_of_claim_.bind(1, claim); count_of_claim_.step();) count += 1 + count_of_claim_.integer(0);
  }
  return count;
}

void AllowedSentences::read_all() {
  all_.emplace();
  const auto read_mentions = [&](Statement& mentions) {
    while (mentions.step()) {
      if (is_asked(mentions)) all_->push_back(mentions.integer(0));
    }
  };
  if (!by_claims_) {
    for (const std::int64_t article : *articles_) {
      for (sentences_of_article_.bind(1, article); sentences_of_article_.step();) {
        all_->push_back(sentences_of_article_.integer(0));
      }
    }
  } else if (claims_) {
    for (const std::int64_t claim : *claims_) read_mentions(mentions_of_claim_.bind(1, claim));
  } else {
    Statement mentions(*db_, "SELECT sentence, claim, article, certainty, polarity FROM mention");
    read_mentions(mentions);
  }
  std::ranges::sort(*all_);
  all_->erase(std::unique(all_->begin(), all_->end()), all_->end());
}

const std::vector<std::int64_t>* AllowedSentences::few() {
  if (!articles_ || articles_->size() > kFewArticles) return nullptr;
  if (!all_) {
    const bool by_claims = std::exchange(by_claims_, false);  // all sentences of the articles first
    read_all();
    by_claims_ = by_claims;
    std::erase_if(*all_, [&](std::int64_t key) {
      return !is_of_language(key) || (by_claims_ && !(may_claim(key) && is_allowed(key)));
    });
  }
  return &*all_;
}

void AllowedSentences::restrict(std::vector<std::int64_t>& keys) {
  if (all()) return;
  std::erase_if(keys, [&](std::int64_t key) { return !is_of_language(key) || (by_claims_ && !may_claim(key)); });
  if (!by_claims_ && !articles_) return;
  const std::int64_t cost = static_cast<std::int64_t>(keys.size()) * kCostOfLookUp;
  if (!all_ && cost < count_to_read(cost)) {
    std::erase_if(keys, [&](std::int64_t key) { return !is_allowed(key); });
    return;
  }
  if (!all_) read_all();
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(keys, *all_, std::back_inserter(both));
  keys = std::move(both);
}

}  // namespace claimbase
