#include "indexer/linker.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "indexer/marker_groups.h"

namespace claimbase {
namespace {

constexpr std::uint32_t kSentencesOn = 2;
constexpr int kDeepestLeadIn = 4;  // row -> header -> paragraph above the table

int as_index(std::optional<std::uint32_t> index) {
  return index ? static_cast<int>(*index) : -1;
}

/// For each sentence the index of its first item, and one past the last. Items are in text order.
template <typename Item>
std::vector<std::uint32_t> first_by_sentence(const std::vector<Item>& items, std::size_t sentences) {
  std::vector<std::uint32_t> first(sentences + 1, 0);
  for (const Item& item : items) ++first[item.sentence + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  return first;
}

// An author-year citation that nothing in the list fits tells no more of the list than other words.
bool points_into_list(const Citation& citation) {
  if (citation.kind == CitationKind::author_year) return citation.reference || !citation.candidates.empty();
  return citation.kind != CitationKind::attribution;
}

class Linker {
 public:
  explicit Linker(const ArticleAnalysis& article)
      : article_(article),
        citation_of_(first_by_sentence(article.citations, article.sentences.size())),
        mention_of_(first_by_sentence(article.mentions, article.sentences.size())),
        last_sentence_(article.document.blocks.size()) {
    for (std::uint32_t i = 0; i < article.sentences.size(); ++i) last_sentence_[article.sentences[i].block] = i;
    list_supports_ = !article.references.empty() && article.references.size() <= kMostLinks &&
                     std::ranges::none_of(article.citations, points_into_list);
  }

  std::vector<EvidenceRecord> run() {
    for (std::uint32_t sentence = 0; sentence < article_.sentences.size(); ++sentence) {
      if (mention_of_[sentence] < mention_of_[sentence + 1]) link_sentence(sentence);
    }
    return std::move(made_);
  }

 private:
  void link_sentence(std::uint32_t sentence) {
    const std::uint32_t first = mention_of_[sentence];
    const std::uint32_t last = mention_of_[sentence + 1];
    const std::vector<MarkerGroup> groups =
        marker_groups(article_.document.text, article_.citations, citation_of_[sentence], citation_of_[sentence + 1]);
    std::vector<std::uint32_t> positions;
    for (std::uint32_t m = first; m < last; ++m) positions.push_back(position_of(article_.mentions[m]));
    const std::vector<std::uint32_t> whole = citations_of_whole(groups, positions);
    const std::vector<std::uint32_t> attributions = attributions_of(sentence);
    for (std::uint32_t m = first; m < last; ++m) {
      links_.clear();
      supported_ = false;
      mention_ = m;
      if (!groups.empty()) link_markers(groups[group_after(groups, positions[m - first])].citations);
      link_markers(whole);
      link_attributions(attributions);
      link_lead_in(article_.sentences[sentence].block);
      if (!supported_) link_following(sentence);
      if (!supported_ && list_supports_) link_list();
      keep_surest();
    }
  }

  // Where the mention ends in its own sentence: words that it inherited stand elsewhere.
  std::uint32_t position_of(const Mention& mention) const {
    const ByteRange sentence = article_.sentences[mention.sentence].range;
    for (const ByteRange range : {mention.outcome_range, mention.cue_range, mention.substance_range}) {
      if (!range.empty() && sentence.contains(range)) return range.end;
    }
    return sentence.begin;
  }

  std::vector<std::uint32_t> attributions_of(std::uint32_t sentence) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t c = citation_of_[sentence]; c < citation_of_[sentence + 1]; ++c) {
      if (article_.citations[c].kind == CitationKind::attribution) found.push_back(c);
    }
    return found;
  }

  // The citations of a sentence that a mention elsewhere may look at; not all, where someone made thousands.
  std::pair<std::uint32_t, std::uint32_t> within_reach(std::uint32_t sentence) const {
    constexpr std::uint32_t kMostLookedAt = 4 * kMostLinks;
    const std::uint32_t first = citation_of_[sentence];
    return {first, std::min(citation_of_[sentence + 1], first + kMostLookedAt)};
  }

  void link_markers(const std::vector<std::uint32_t>& citations) {
    for (const std::uint32_t c : citations) {
      if (!add(c, LinkKind::marker, link_weight(LinkKind::marker), true)) return;
    }
  }

  void link_attributions(const std::vector<std::uint32_t>& citations) {
    for (const std::uint32_t c : citations) {
      const bool known = is_specific(c);
      const double weight = known ? link_weight(LinkKind::attribution) : kGenericAttributionWeight;
      if (!add(c, LinkKind::attribution, weight, known)) return;
    }
  }

  void link_lead_in(std::uint32_t block) {
    for (int depth = 0; depth < kDeepestLeadIn; ++depth) {
      const Block& item = article_.document.blocks[block];
      if (item.kind == BlockKind::answer || item.lead_in < 0) return;  // a question cites nothing for its answer
      block = static_cast<std::uint32_t>(item.lead_in);
      const auto sentence = last_sentence_[block];
      if (!sentence) continue;
      const auto [first, last] = within_reach(*sentence);
      for (std::uint32_t c = first; c < last; ++c) {
        if (!is_specific(c)) continue;
        const bool in_words = article_.citations[c].kind == CitationKind::attribution;
        add(c, LinkKind::lead_in, in_words ? kLeadInAttributionWeight : link_weight(LinkKind::lead_in), true);
      }
    }
  }

  void link_following(std::uint32_t sentence) {
    const std::uint32_t block = article_.sentences[sentence].block;
    for (std::uint32_t next = sentence + 1; next <= sentence + kSentencesOn; ++next) {
      if (next >= article_.sentences.size() || article_.sentences[next].block != block) return;
      const auto [first, last] = within_reach(next);
      for (std::uint32_t c = first; c < last; ++c) {
        if (is_specific(c)) add(c, LinkKind::same_paragraph, link_weight(LinkKind::same_paragraph), true);
      }
    }
  }

  void link_list() {
    for (std::size_t entry = 0; entry < article_.references.size(); ++entry) {
      links_.push_back(
          {mention_, -1, static_cast<int>(entry), LinkKind::reference_list, link_weight(LinkKind::reference_list)});
    }
  }

  bool is_specific(std::uint32_t c) const {
    const Citation& citation = article_.citations[c];
    if (citation.kind != CitationKind::attribution) return true;
    return citation.reference || (citation.attribution && citation.attribution->specific);
  }

  // False: the mention has links enough.
  bool add(std::uint32_t citation, LinkKind kind, double weight, bool supports) {
    if (links_.size() >= kMostLinks) return false;
    supported_ = supported_ || supports;
    links_.push_back({mention_, static_cast<int>(citation), -1, kind, weight});
    return true;
  }

  // The work a link leads to; unresolved citations are works of their own.
  std::pair<int, int> work_of(const EvidenceRecord& link) const {
    if (link.citation < 0) return {link.entry, -1};
    const int entry = as_index(article_.citations[static_cast<std::size_t>(link.citation)].reference);
    return {entry, entry < 0 ? link.citation : -1};
  }

  void keep_surest() {
    std::ranges::sort(
        links_, {}, [this](const EvidenceRecord& l) { return std::tuple(work_of(l), -l.weight, l.link, l.citation); });
    const auto same_work = [this](const EvidenceRecord& a, const EvidenceRecord& b) {
      return work_of(a) == work_of(b);
    };
    links_.erase(std::unique(links_.begin(), links_.end(), same_work), links_.end());
    std::ranges::sort(links_, {},
                      [](const EvidenceRecord& l) { return std::tuple(-l.weight, l.link, l.citation, l.entry); });
    made_.insert(made_.end(), links_.begin(), links_.end());
  }

  const ArticleAnalysis& article_;
  std::vector<std::uint32_t> citation_of_;  // index of each sentence's first citation
  std::vector<std::uint32_t> mention_of_;
  std::vector<std::optional<std::uint32_t>> last_sentence_;  // of each block
  bool list_supports_ = false;
  std::uint32_t mention_ = 0;
  bool supported_ = false;
  std::vector<EvidenceRecord> links_;  // of mention_
  std::vector<EvidenceRecord> made_;
};

}  // namespace

std::vector<EvidenceRecord> link_evidence(const ArticleAnalysis& article) {
  return Linker(article).run();
}

}  // namespace claimbase
