#include "query/evidence.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "query/claim_mentions.h"
#include "query/filters.h"

namespace claimbase {
namespace {

constexpr std::string_view kLinks = "SELECT reference, citation, link, weight FROM evidence WHERE mention = ?1";
constexpr std::string_view kMarker = "SELECT ordinal, marker FROM citation WHERE key = ?1";
constexpr std::string_view kSource =
    "SELECT i.kind, i.journal, i.year, i.study_design, i.authors, i.organisation, i.specific,"
    " i.begin_byte - s.begin_byte,"
    // Markup inside the sentence: its bytes are not those of the text.
    " CASE WHEN s.end_byte - s.begin_byte = length(CAST(s.text AS BLOB)) THEN i.end_byte - i.begin_byte ELSE 0 END, "
    "s.text FROM citation AS i LEFT JOIN sentence AS s ON s.key = i.sentence WHERE i.key = ?1";

std::string closure(const std::vector<std::int64_t>& concepts, bool exact, ConceptTable& table) {
  if (concepts.empty()) return "";
  std::vector<std::int64_t> all;
  for (const std::int64_t key : concepts) {
    const std::vector<std::int64_t> below = exact ? std::vector{key} : table.with_narrower(key);
    all.insert(all.end(), below.begin(), below.end());
  }
  return keys_json(all);
}

// The words of the citation in its sentence; "" where the store's ranges do not fit.
std::string words_of(const Statement& source) {
  const std::string_view sentence = source.text(9);
  const std::int64_t begin = source.integer(7);
  const std::int64_t size = source.integer(8);
  if (begin < 0 || size <= 0 || begin + size > static_cast<std::int64_t>(sentence.size())) return "";
  return std::string(sentence.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(size)));
}

void add_mention(EvidencePlace& place, const MentionSummary& mention) {
  if (std::ranges::find(place.mentions, mention) == place.mentions.end()) place.mentions.push_back(mention);
}

void add_words(EvidencePlace& place, const std::vector<std::string>& quantities) {
  for (const std::string& each : quantities) {
    if (std::ranges::find(place.quantities, each) == place.quantities.end()) place.quantities.push_back(each);
  }
}

struct Link {
  std::optional<std::int64_t> reference;
  std::int64_t citation = 0;
  std::int64_t kind = 0;
  double weight = 0;
  std::int64_t ordinal = -1;  // of the citation; -1: none
  std::string marker;
};

/// Collects what the mentions rest on, a sentence once for each source.
class Collector {
 public:
  explicit Collector(const Database& db)
      : links_(db, kLinks), marker_(db, kMarker), source_(db, kSource), candidates_(db) {
    Statement kinds(db, "SELECT number, name FROM link_kind");
    while (kinds.step()) kinds_[kinds.integer(0)] = kinds.text(1);
  }

  void add(std::int64_t mention_key, const EvidencePlace& from) {
    const std::vector<Link> links = links_of(mention_key);
    for (const Link& link : links) {
      EvidencePlace place = from;
      place.link = kinds_[link.kind];
      place.weight = link.weight;
      place.marker = link.marker;
      if (link.reference) {
        add_place(cited_[*link.reference], std::move(place));
      } else {
        add_untraceable(link.citation, std::move(place));
      }
    }
    if (links.empty()) add_bare(from);
  }

  void finish(const Database& db, bool whole_works, EvidenceResult& result) {
    WorkReader reader(db);
    for (auto& [key, places] : cited_)
      result.cited.push_back({key, whole_works ? reader.read(key) : reader.read_line(key), std::move(places)});
    for (auto& [key, source] : untraceable_) result.untraceable.push_back(std::move(source));
    result.bare = std::move(bare_);
  }

 private:
  // The heaviest first, then in the order of the text.
  std::vector<Link> links_of(std::int64_t mention) {
    std::vector<Link> links;
    for (links_.bind(1, mention); links_.step();) {
      Link& link = links.emplace_back();
      if (!links_.is_null(0)) link.reference = links_.integer(0);
      link.citation = links_.integer(1);
      link.kind = links_.integer(2);
      link.weight = links_.real(3);
      for (marker_.bind(1, link.citation); marker_.step();) {
        link.ordinal = marker_.integer(0);
        link.marker = marker_.text(1);
      }
    }
    std::ranges::stable_sort(links, [](const Link& a, const Link& b) {
      return std::tuple(-a.weight, a.ordinal, a.reference) < std::tuple(-b.weight, b.ordinal, b.reference);
    });
    return links;
  }

  static void add_to(EvidencePlace& place, const EvidencePlace& other) {
    add_mention(place, other.mentions.front());
    add_words(place, other.quantities);
  }

  static void add_place(std::vector<EvidencePlace>& places, EvidencePlace place) {
    const auto same = std::ranges::find_if(places, [&](const EvidencePlace& other) {
      return other.sentence_key == place.sentence_key && other.link == place.link && other.stance == place.stance;
    });
    if (same == places.end()) {
      places.push_back(std::move(place));
    } else {
      add_to(*same, place);
    }
  }

  // Of a much discussed substance there are tens of thousands.
  void add_bare(const EvidencePlace& place) {
    const auto [at, is_new] = bare_at_.try_emplace({place.sentence_key, place.stance}, bare_.size());
    if (is_new) {
      bare_.push_back(place);
    } else {
      add_to(bare_[at->second], place);
    }
  }

  void add_untraceable(std::int64_t citation, EvidencePlace place) {
    Untraceable& source = untraceable_[citation];
    if (!source.place.mentions.empty()) {
      add_to(source.place, place);
      return;
    }
    source.citation_key = citation;
    for (source_.bind(1, citation); source_.step();) {
      const auto text = [this](int column) { return std::string(source_.text(column)); };
      source.kind = text(0);
      source.attribution = {text(1), optional_integer(source_, 2), text(3), text(4),
                            text(5), source_.integer(6) != 0,      {}};
      source.words = words_of(source_);
    }
    source.attribution.candidates = candidates_.read(citation);
    source.place = std::move(place);
  }

  Statement links_;
  Statement marker_;
  Statement source_;
  CandidateReader candidates_;
  std::map<std::int64_t, std::string> kinds_;
  std::map<std::int64_t, std::vector<EvidencePlace>> cited_;  // by reference key
  std::map<std::int64_t, Untraceable> untraceable_;           // by citation key
  std::vector<EvidencePlace> bare_;
  std::map<std::pair<std::int64_t, Stance>, std::size_t> bare_at_;
};

void count_mention(EvidenceCounts& counts, Stance stance, const std::string& certainty) {
  ++counts.mentions;
  switch (stance) {
    case Stance::supporting:
      ++counts.supporting;
      if (certainty == "hedged") ++counts.hedged;
      break;
    case Stance::denied:
      ++counts.denied;
      break;
    case Stance::no_effect:
      ++counts.no_effect;
      break;
    case Stance::opposite:
      ++counts.opposite;
      break;
  }
}

int level_order(int level) {
  return level == 0 ? 6 : level;
}

// By content only: keys differ between stores of the same articles.
void sort(EvidenceResult& result) {
  std::ranges::sort(result.cited, [](const CitedWork& a, const CitedWork& b) {
    const auto order = [](const CitedWork& cited) {
      return std::tuple(level_order(cited.work.record.level), -cited.work.record.year.value_or(0),
                        std::string_view(cited.work.record.id));
    };
    return order(a) < order(b);
  });
  for (CitedWork& cited : result.cited) {
    std::ranges::stable_sort(cited.places, std::greater<>(), &EvidencePlace::weight);
  }
  std::ranges::sort(result.untraceable, [](const Untraceable& a, const Untraceable& b) {
    return std::tuple(!a.attribution.specific, std::string_view(a.place.article), a.place.line, a.words,
                      a.citation_key) < std::tuple(!b.attribution.specific, std::string_view(b.place.article),
                                                   b.place.line, b.words, b.citation_key);
  });
}

void collect(const Database& db, const EvidenceOptions& options, const Question& question, ConceptTable& table,
             EvidenceResult& result) {
  const std::string substances = closure(question.substances, options.exact, table);
  const std::string outcomes = closure(question.outcomes, options.exact, table);
  ClaimMentionReader mentions(db, substances, outcomes, options.article);
  Collector collector(db);
  std::set<std::string_view> articles;
  std::set<std::string> relations;
  while (const std::optional<ClaimMention> found = mentions.next()) {
    const Stance stance = stance_of(question, found->claim, found->valence);
    count_mention(result.counts, stance, found->claim.certainty);
    articles.insert(found->article);
    if (found->claim.relation != question.relation) relations.insert(found->claim.relation);
    collector.add(found->key, {found->sentence_key,
                               std::string(found->article),
                               std::string(found->format),
                               found->line,
                               found->sentence,
                               stance,
                               {found->claim},
                               "",
                               0,
                               "",
                               found->quantities});
  }
  result.counts.articles = static_cast<std::int64_t>(articles.size());
  result.other_relations.assign(relations.begin(), relations.end());
  collector.finish(db, options.whole_works, result);
}

}  // namespace

EvidenceResult find_evidence(const Database& db, const EvidenceOptions& options) {
  ConceptTable table(db);
  LabelIndex index(table);
  const Question question = understand(options.typed, index);
  if (question.empty())
    throw UnknownName("the vocabulary has no substance and no outcome of: " + shortened(options.typed, 80));
  EvidenceResult result;
  result.typed = options.typed;
  result.understood = to_text(question, table);
  collect(db, options, question, table, result);
  sort(result);
  return result;
}

}  // namespace claimbase
