#include "query/allowed_sentences.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace claimbase {
namespace {

constexpr std::size_t kFewArticles = 100;
constexpr std::int64_t kSentencesAnArticle = 70;  // a guess, to choose the cheaper way

// What is read costs, as far as that decides between the ways: in tenths of a microsecond of the processor, in a store
// of 700,000 sentences.
constexpr std::int64_t kLookUp = 25;  // a sentence; some thousands, far apart
constexpr std::int64_t kMentionsOfClaim = 12;
constexpr std::int64_t kMentionOfClaim = 2;
constexpr std::int64_t kRow = 10;     // of a mention, where an index does not tell enough
constexpr std::int64_t kMention = 1;  // all, one after the other
constexpr std::int64_t kClaim = 2;
constexpr std::size_t kCountedClaims = 100;  // for a guess at the mentions of all
constexpr std::int64_t kSentence = 5;

std::vector<std::int64_t> keys_of(Statement& rows) {
  std::vector<std::int64_t> keys;
  while (rows.step()) keys.push_back(rows.integer(0));
  std::ranges::sort(keys);
  return keys;
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

// Of a table whose rows are numbered as they come: about as many as there are.
std::int64_t last_key(const Database& db, const std::string& table) {
  return db.integer("SELECT max(key) FROM " + table).value_or(0);
}

}  // namespace

AllowedSentences::AllowedSentences(const Database& db, const Filters& filters, const SentenceChunks& chunks)
    : db_(&db),
      filters_(&filters),
      chunks_(&chunks),
      by_claims_(!filters.substances.empty() || !filters.outcomes.empty() || !filters.relation.empty() ||
                 !filters.certainty.empty() || !filters.polarity.empty()),
      claims_(db, filters),
      articles_(articles_of(db, filters)) {}

bool AllowedSentences::is_of_language(std::int64_t key) {
  const std::string& asked = filters_->language;
  if (asked.empty()) return true;
  const std::string_view index = kSentenceIndexes[std::min(traits_of(chunks_->traits(key)).index, std::size_t{2})];
  if (index != "und" || asked == "nl" || asked == "en") return index == asked;
  if (!sentence_) sentence_.emplace(*db_, "SELECT article, language FROM sentence WHERE key = ?1");
  bool same = false;
  for (sentence_->bind(1, key); sentence_->step();) same = sentence_->text(1) == asked;
  return same;
}

Statement AllowedSentences::mentions(const std::string& where) const {
  std::string sql = "SELECT sentence, claim, article FROM mention";
  std::string_view joint = " WHERE ";
  const auto ask = [&](const std::string& condition) {
    if (condition.empty()) return;
    (sql += joint) += condition;
    joint = " AND ";
  };
  ask(where);
  ask(filters_->certainty.empty() ? "" : "certainty = ?2");
  ask(filters_->polarity.empty() ? "" : "polarity = ?3");
  Statement rows(*db_, sql);
  if (!filters_->certainty.empty()) rows.bind(2, std::string_view(filters_->certainty));
  if (!filters_->polarity.empty()) rows.bind(3, std::string_view(filters_->polarity));
  return rows;
}

bool AllowedSentences::is_asked(const Statement& mention) {
  return claims_.contains(mention.integer(1)) && holds(articles_, mention.integer(2));
}

bool AllowedSentences::may_claim(std::int64_t key) const {
  return traits_of(chunks_->traits(key)).claims;
}

bool AllowedSentences::is_allowed(std::int64_t key) {
  bool allowed = false;
  if (by_claims_) {
    if (!mentions_of_sentence_) mentions_of_sentence_ = mentions("sentence = ?1");
    for (mentions_of_sentence_->bind(1, key); mentions_of_sentence_->step();) {
      allowed = allowed || is_asked(*mentions_of_sentence_);
    }
  } else if (articles_) {
    if (!sentence_) sentence_.emplace(*db_, "SELECT article, language FROM sentence WHERE key = ?1");
    for (sentence_->bind(1, key); sentence_->step();) allowed = holds(articles_, sentence_->integer(0));
  } else {
    allowed = true;
  }
  return allowed;
}

std::int64_t AllowedSentences::row_cost() const {
  return by_claims_ && !(filters_->certainty.empty() && filters_->polarity.empty()) ? kRow : 0;
}

std::int64_t AllowedSentences::cost_of_all() {
  if (!by_claims_) return static_cast<std::int64_t>(articles_->size()) * kSentencesAnArticle * kSentence;
  const std::int64_t one_by_one = last_key(*db_, "mention") * kMention;
  if (claims_.any()) return one_by_one;
  const std::vector<std::int64_t>& claims = claims_.read();
  const std::int64_t of_claims = static_cast<std::int64_t>(claims.size()) * kMentionsOfClaim +
                                 mentions_of(claims) * (kMentionOfClaim + row_cost());
  by_claim_ = of_claims < one_by_one;
  return std::min(of_claims, one_by_one);
}

std::int64_t AllowedSentences::mentions_of(const std::vector<std::int64_t>& claims) const {
  const std::size_t step = claims.size() / kCountedClaims + 1;
  Statement count(*db_, "SELECT count(*) FROM mention WHERE claim = ?1");
  std::int64_t counted = 0;
  for (std::size_t at = 0; at < claims.size(); at += step) {
    for (count.bind(1, claims[at]); count.step();) counted += count.integer(0);
  }
  return counted * static_cast<std::int64_t>(step);
}

void AllowedSentences::read_mentions(Statement& mentions) {
  while (mentions.step()) {
    if (is_asked(mentions)) all_->push_back(mentions.integer(0));
  }
}

void AllowedSentences::read_all() {
  all_.emplace();
  if (!by_claims_) {
    Statement sentences(*db_, "SELECT key FROM sentence WHERE article = ?1");
    for (const std::int64_t article : *articles_) {
      for (sentences.bind(1, article); sentences.step();) all_->push_back(sentences.integer(0));
    }
  } else if (!claims_.any() && by_claim_) {
    Statement of_claim = mentions("claim = ?1");
    for (const std::int64_t claim : claims_.read()) read_mentions(of_claim.bind(1, claim));
  } else {
    Statement all = mentions("");
    read_mentions(all);
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

void AllowedSentences::leave_out_others(std::vector<std::int64_t>& keys) {
  if (filters_->language.empty() && !by_claims_) return;
  std::erase_if(keys, [&](std::int64_t key) { return (by_claims_ && !may_claim(key)) || !is_of_language(key); });
}

void AllowedSentences::restrict(std::vector<std::int64_t>& keys, std::size_t more) {
  leave_out_others(keys);
  if (keys.empty() || (!by_claims_ && !articles_)) return;
  if (!all_) {
    const auto look_up = [&] { std::erase_if(keys, [&](std::int64_t key) { return !is_allowed(key); }); };
    const auto cost = static_cast<std::int64_t>(keys.size()) * (kLookUp + row_cost());
    const std::int64_t expected = spent_ + cost * static_cast<std::int64_t>(1 + more);
    spent_ += cost;
    if (!claims_.any() && expected < claims_.most() * kClaim) return look_up();
    if (!cost_of_all_) cost_of_all_ = cost_of_all();
    if (expected < *cost_of_all_) return look_up();
    read_all();
  }
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(keys, *all_, std::back_inserter(both));
  keys = std::move(both);
}

}  // namespace claimbase
