#include "query/audit/indexed_mentions.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace claimbase {
namespace {

// Of what is said everywhere only so much is weighed: an answer must not take longer the more there is.
constexpr std::size_t kWeighedSourced = 40;
constexpr std::size_t kWeighedBare = 8;

constexpr std::string_view kOfClaim =
    "SELECT n.key, EXISTS (SELECT 1 FROM evidence AS e WHERE e.mention = n.key) FROM mention AS n WHERE n.claim = ?1"
    " ORDER BY n.sentence, n.article, n.key";  // as the index has them, and as they were written
constexpr std::string_view kEvidence =
    "SELECT link, weight, reference, citation, entry FROM evidence WHERE mention = ?1 ORDER BY key";
constexpr std::string_view kMention =
    "SELECT article, ordinal, sentence, exposure, polarity, certainty FROM mention WHERE key = ?1";
constexpr std::string_view kArticle = "SELECT path, format FROM article WHERE key = ?1";
constexpr std::string_view kCitation =
    "SELECT ordinal, journal, year, study_design, authors, organisation, specific FROM citation WHERE key = ?1";
constexpr std::string_view kQuantities =
    "SELECT kind, low, high, unit, printed FROM quantity WHERE mention = ?1 ORDER BY ordinal";
constexpr std::string_view kSentence = "SELECT line, text FROM sentence WHERE key = ?1";
constexpr std::string_view kLinkKind = "SELECT name FROM link_kind WHERE number = ?1";

// Works by level, then those of unknown level, then what is named in words; each by its weight.
double rank_of(const IndexedLink& link) {
  if (link.reference == nullptr) return 70 - link.weight;
  return (link.reference->level == 0 ? 60 : link.reference->level * 10) - link.weight;
}

std::string_view id_of(const IndexedLink& link) {
  return link.reference == nullptr ? std::string_view() : std::string_view(link.reference->id);
}

IndexedMention mention_of(const KnownClaim& claim, const StoredMention& stored) {
  IndexedMention made;
  made.claim.substance = claim.substance;
  made.claim.relation = claim.relation;
  made.claim.outcome = claim.outcome;
  made.claim.claim = made.claim.substance + ':' + made.claim.relation + ':' + made.claim.outcome;
  made.claim.exposure = stored.exposure;
  made.claim.polarity = stored.polarity;
  made.claim.certainty = stored.certainty;
  made.valence = claim.valence;
  made.away = claim.away;
  made.stored = &stored;
  return made;
}

}  // namespace

IndexedMentionReader::IndexedMentionReader(const Database& db)
    : claims_(db),
      works_(db),
      of_claim_(db, kOfClaim),
      evidence_(db, kEvidence),
      mention_(db, kMention),
      article_(db, kArticle),
      citation_(db, kCitation),
      quantities_(db, kQuantities),
      sentence_(db, kSentence),
      link_kind_(db, kLinkKind) {}

std::vector<IndexedMention> IndexedMentionReader::read(std::string_view substance, std::string_view outcome) {
  Candidates same;
  claims_.same(substance, outcome, [&](const KnownClaim& claim) { return take(claim, same); });
  std::vector<IndexedMention> mentions = best_of(std::move(same));
  const auto sourced =
      std::ranges::count_if(mentions, [](const IndexedMention& each) { return !each.stored->links.empty(); });
  if (sourced >= kEnoughSourced) return mentions;
  Candidates near;
  claims_.near(substance, outcome, [&](const KnownClaim& claim) { return take(claim, near); });
  return best_of(std::move(near));
}

// True: there is room for more.
bool IndexedMentionReader::take(const KnownClaim& claim, Candidates& candidates) {
  const ClaimMentions& of_this = of_claim(claim.key);
  const auto take_some = [&](const std::vector<std::int64_t>& keys, bool sourced, std::size_t room) {
    const std::size_t count = std::min(keys.size(), room);
    for (const std::int64_t key : std::span(keys).first(count))
      candidates.mentions.push_back({candidates.claims.size(), key, &weighed(key, sourced)});
    return count;
  };
  candidates.sourced += take_some(of_this.sourced, true, kWeighedSourced - candidates.sourced);
  candidates.bare += take_some(of_this.bare, false, kWeighedBare - candidates.bare);
  candidates.claims.push_back(claim);
  return candidates.sourced < kWeighedSourced || candidates.bare < kWeighedBare;
}

std::vector<IndexedMention> IndexedMentionReader::best_of(Candidates candidates) {
  std::vector<Candidate>& found = candidates.mentions;
  const auto worth = [](const Candidate& each) { return std::tuple(each.stored->links.empty(), each.stored->rank); };
  if (found.size() > kMostMentions) {
    // The names of articles decide between those that rest on as good a work: the others need not be read.
    std::ranges::stable_sort(found, {}, worth);
    const auto last = worth(found[kMostMentions - 1]);
    std::erase_if(found, [&](const Candidate& each) { return worth(each) > last; });
  }
  for (const Candidate& each : found) complete(each.key, *each.stored);
  std::ranges::stable_sort(found, [&](const Candidate& a, const Candidate& b) {
    return std::tuple(worth(a), std::string_view(a.stored->article.path), a.stored->ordinal) <
           std::tuple(worth(b), std::string_view(b.stored->article.path), b.stored->ordinal);
  });
  found.resize(std::min(found.size(), kMostMentions));
  std::vector<IndexedMention> mentions;
  mentions.reserve(found.size());
  for (const Candidate& each : found) mentions.push_back(mention_of(candidates.claims[each.claim], *each.stored));
  return mentions;
}

const IndexedMentionReader::ClaimMentions& IndexedMentionReader::of_claim(std::int64_t claim) {
  const auto [place, is_new] = claim_mentions_.try_emplace(claim);
  ClaimMentions& made = place->second;
  if (!is_new) return made;
  of_claim_.bind(1, claim);
  while (of_claim_.step()) {
    const bool rests = of_claim_.integer(1) != 0;
    std::vector<std::int64_t>& keys = rests ? made.sourced : made.bare;
    if (keys.size() < (rests ? kWeighedSourced : kWeighedBare)) keys.push_back(of_claim_.integer(0));
    if (made.sourced.size() == kWeighedSourced && made.bare.size() == kWeighedBare) break;
  }
  of_claim_.reset();
  return made;
}

StoredMention& IndexedMentionReader::weighed(std::int64_t key, bool sourced) {
  const auto [place, is_new] = mentions_.try_emplace(key);
  StoredMention& made = place->second;
  if (!is_new || !sourced) return made;
  evidence_.bind(1, key);
  while (evidence_.step()) {
    IndexedLink& link = made.links.emplace_back();
    link.kind = evidence_.integer(0);
    link.weight = evidence_.real(1);
    link.reference_key = evidence_.integer(2);
    if (!evidence_.is_null(2)) link.reference = &works_.work(link.reference_key);
    link.citation = evidence_.integer(3);
    link.entry = evidence_.integer(4);
    const double rank = rank_of(link);
    made.rank = made.links.size() == 1 ? rank : std::min(made.rank, rank);
  }
  return made;
}

void IndexedMentionReader::complete(std::int64_t key, StoredMention& mention) {
  if (mention.complete) return;
  mention.complete = true;
  mention_.bind(1, key);
  while (mention_.step()) {
    mention.article = article(mention_.integer(0));
    mention.ordinal = mention_.integer(1);
    mention.sentence_key = mention_.integer(2);
    mention.exposure = mention_.text(3);
    mention.polarity = mention_.text(4);
    mention.certainty = mention_.text(5);
  }
  complete_links(mention);
  quantities_.bind(1, key);
  while (quantities_.step()) {
    mention.quantities.push_back({std::string(quantities_.text(0)), quantities_.real(1), quantities_.real(2),
                                  std::string(quantities_.text(3)), std::string(quantities_.text(4))});
  }
}

void IndexedMentionReader::complete_links(StoredMention& mention) {
  bool in_words = false;
  for (IndexedLink& link : mention.links) {
    if (link.reference != nullptr && mention.links.size() == 1) continue;  // the citation would say nothing new
    in_words = in_words || link.reference == nullptr;
    citation_.bind(1, link.citation);
    if (link.reference == nullptr) link.attribution.emplace();
    while (citation_.step()) {
      link.ordinal = citation_.integer(0);
      if (link.reference != nullptr) continue;
      const auto text = [this](int column) { return std::string(citation_.text(column)); };
      link.attribution = AttributionSummary{text(1), optional_integer(citation_, 2), text(3), text(4),
                                            text(5), citation_.integer(6) != 0,      {}};
    }
  }
  if (in_words) mention.sentence = sentence(mention);
  std::ranges::stable_sort(mention.links, [](const IndexedLink& a, const IndexedLink& b) {
    return std::tuple(-a.weight, id_of(a), a.ordinal) < std::tuple(-b.weight, id_of(b), b.ordinal);
  });
}

const IndexedArticle& IndexedMentionReader::article(std::int64_t key) {
  const auto [place, is_new] = articles_.try_emplace(key);
  if (!is_new) return place->second;
  article_.bind(1, key);
  while (article_.step()) place->second = {std::string(article_.text(0)), std::string(article_.text(1))};
  return place->second;
}

std::string IndexedMentionReader::sentence(const StoredMention& mention) {
  std::string text = mention.sentence;
  if (!text.empty()) return text;
  sentence_.bind(1, mention.sentence_key);
  while (sentence_.step()) text = sentence_.text(1);
  return text;
}

EvidenceItem IndexedMentionReader::shown(const StoredMention& mention, const IndexedLink* link) {
  EvidenceItem item;
  item.article = mention.article.path;
  item.format = mention.article.format;
  sentence_.bind(1, mention.sentence_key);
  while (sentence_.step()) {
    item.line = static_cast<std::uint32_t>(sentence_.integer(0));
    item.sentence = sentence_.text(1);
  }
  if (link == nullptr) return item;
  link_kind_.bind(1, link->kind);
  while (link_kind_.step()) item.link = link_kind_.text(0);
  item.weight = link->weight;
  item.attribution = link->attribution;
  if (link->reference != nullptr) item.reference = works_.shown(link->reference_key, link->entry);
  return item;
}

}  // namespace claimbase
