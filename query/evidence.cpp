#include "query/evidence.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "query/filters.h"

namespace claimbase {
namespace {

constexpr std::string_view kMentions =
    "SELECT m.key, s.key, a.path, s.line, s.text, c.id, su.id, c.relation, o.id, m.exposure, m.polarity, m.certainty,"
    " o.valence, (SELECT json_group_array(printed) FROM (SELECT printed FROM quantity WHERE mention = m.key"
    " GROUP BY begin_byte, end_byte ORDER BY begin_byte, end_byte)), a.format"
    " FROM claim AS c JOIN mention AS m ON m.claim = c.key JOIN sentence AS s ON s.key = m.sentence"
    " JOIN article AS a ON a.key = m.article JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome"
    " WHERE (?1 IS NULL OR c.substance IN (SELECT value FROM json_each(?1)))"
    " AND (?2 IS NULL OR c.outcome IN (SELECT value FROM json_each(?2)))"
    " AND (?3 IS NULL OR a.path GLOB ?3 OR a.path GLOB '*/' || ?3) ORDER BY a.path, m.ordinal";

constexpr std::string_view kLinks =
    "SELECT e.reference, e.citation, k.name, e.weight, i.kind, i.marker, i.journal, i.year, i.study_design, i.authors,"
    " i.organisation, i.specific, i.begin_byte - s.begin_byte,"
    // Markup inside the sentence: its bytes are not those of the text.
    " CASE WHEN s.end_byte - s.begin_byte = length(CAST(s.text AS BLOB)) THEN i.end_byte - i.begin_byte ELSE 0 END, "
    "s.text"
    " FROM evidence AS e JOIN link_kind AS k ON k.number = e.link LEFT JOIN citation AS i ON i.key = e.citation"
    " LEFT JOIN sentence AS s ON s.key = i.sentence WHERE e.mention = ?1 ORDER BY e.weight DESC, i.ordinal, "
    "e.reference";

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
std::string words_of(const Statement& link) {
  const std::string_view sentence = link.text(14);
  const std::int64_t begin = link.integer(12);
  const std::int64_t size = link.integer(13);
  if (begin < 0 || size <= 0 || begin + size > static_cast<std::int64_t>(sentence.size())) return "";
  return std::string(sentence.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(size)));
}

std::vector<std::string> words_of_list(std::string_view json) {
  return Json::parse(json).get<std::vector<std::string>>();
}

void add_mention(EvidencePlace& place, const MentionSummary& mention) {
  if (std::ranges::find(place.mentions, mention) == place.mentions.end()) place.mentions.push_back(mention);
}

void add_words(EvidencePlace& place, const std::vector<std::string>& quantities) {
  for (const std::string& each : quantities) {
    if (std::ranges::find(place.quantities, each) == place.quantities.end()) place.quantities.push_back(each);
  }
}

/// Collects what the mentions rest on, a sentence once for each source.
class Collector {
 public:
  explicit Collector(const Database& db) : links_(db, kLinks), candidates_(db) {}

  void add(std::int64_t mention_key, const EvidencePlace& from) {
    bool any = false;
    for (links_.bind(1, mention_key); links_.step(); any = true) {
      EvidencePlace place = from;
      place.link = links_.text(2);
      place.weight = links_.real(3);
      place.marker = links_.text(5);
      if (links_.is_null(0)) {
        add_untraceable(std::move(place));
      } else {
        add_place(cited_[links_.integer(0)], std::move(place));
      }
    }
    if (!any) add_place(bare_, from);
  }

  void finish(const Database& db, EvidenceResult& result) {
    WorkReader reader(db);
    for (auto& [key, places] : cited_) result.cited.push_back({key, reader.read(key), std::move(places)});
    for (auto& [key, source] : untraceable_) result.untraceable.push_back(std::move(source));
    result.bare = std::move(bare_);
  }

 private:
  static void add_place(std::vector<EvidencePlace>& places, EvidencePlace place) {
    const auto same = std::ranges::find_if(places, [&](const EvidencePlace& other) {
      return other.sentence_key == place.sentence_key && other.link == place.link && other.stance == place.stance;
    });
    if (same == places.end()) {
      places.push_back(std::move(place));
    } else {
      add_mention(*same, place.mentions.front());
      add_words(*same, place.quantities);
    }
  }

  void add_untraceable(EvidencePlace place) {
    Untraceable& source = untraceable_[links_.integer(1)];
    if (!source.place.mentions.empty()) {
      add_mention(source.place, place.mentions.front());
      add_words(source.place, place.quantities);
      return;
    }
    const auto text = [this](int column) { return std::string(links_.text(column)); };
    source.citation_key = links_.integer(1);
    source.kind = text(4);
    source.attribution = {text(6),
                          optional_integer(links_, 7),
                          text(8),
                          text(9),
                          text(10),
                          links_.integer(11) != 0,
                          candidates_.read(source.citation_key)};
    source.words = words_of(links_);
    source.place = std::move(place);
  }

  Statement links_;
  CandidateReader candidates_;
  std::map<std::int64_t, std::vector<EvidencePlace>> cited_;  // by reference key
  std::map<std::int64_t, Untraceable> untraceable_;           // by citation key
  std::vector<EvidencePlace> bare_;
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
  Statement mentions(db, kMentions);
  bind_text(mentions, 1, substances);
  bind_text(mentions, 2, outcomes);
  bind_text(mentions, 3, options.article);
  Collector collector(db);
  std::set<std::string> articles;
  std::set<std::string> relations;
  while (mentions.step()) {
    const auto text = [&mentions](int column) { return std::string(mentions.text(column)); };
    MentionSummary mention{text(5), text(6), text(7), text(8), text(9), text(10), text(11)};
    const Stance stance = stance_of(question, mention, valence_of(mentions.text(12)));
    count_mention(result.counts, stance, mention.certainty);
    articles.insert(text(2));
    if (mention.relation != question.relation) relations.insert(mention.relation);
    collector.add(mentions.integer(0), {mentions.integer(1),
                                        text(2),
                                        text(14),
                                        static_cast<std::uint32_t>(mentions.integer(3)),
                                        text(4),
                                        stance,
                                        {std::move(mention)},
                                        "",
                                        0,
                                        "",
                                        words_of_list(mentions.text(13))});
  }
  result.counts.articles = static_cast<std::int64_t>(articles.size());
  result.other_relations.assign(relations.begin(), relations.end());
  collector.finish(db, result);
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
