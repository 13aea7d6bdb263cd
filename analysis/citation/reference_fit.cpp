#include "analysis/citation/reference_fit.h"

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

constexpr std::size_t kMostAuthors = 20;

// Without particles, which lists and sentences treat differently: "de Vries", "Vries, C. de".
std::string folded_family(std::string_view family) {
  std::string last;
  std::string all;
  for (const auto& word : folded_words(family)) {
    if (!is_cue(word.text, Cue::particle)) last += word.text;
    all += word.text;
  }
  return last.empty() ? all : last;
}

std::string folded_journal(std::string_view journal) {
  constexpr std::string_view kThe = "The ";
  auto title = journal_title(journal).value_or(journal);
  if (title.starts_with(kThe)) title.remove_prefix(kThe.size());
  return fold_alphanumeric(title);
}

std::string folded_organisation(std::string_view name) {
  const auto hit = organisation_at_start(name);
  return fold_alphanumeric(hit.range.empty() ? name : hit.name);
}

std::string_view last_word(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

template <typename Keep>
void narrow(std::vector<std::uint32_t>& fits, Keep keep) {
  std::vector<std::uint32_t> kept;
  std::ranges::copy_if(fits, std::back_inserter(kept), keep);
  if (!kept.empty()) fits = std::move(kept);
}

bool has_letter(const Reference& reference, int year, char letter) {
  return reference.raw.find(std::to_string(year) + letter) != std::string::npos;
}

}  // namespace

void ReferenceFit::fold_references() {
  if (!keys_.empty()) return;
  keys_.reserve(references_.size());
  for (const auto& reference : references_) {
    Keys keys;
    for (const auto& author : reference.authors) {
      if (keys.families.size() == kMostAuthors) break;
      keys.families.push_back(author.family.empty() ? folded_organisation(author.literal)
                                                    : folded_family(author.family));
    }
    keys.organisation = !reference.authors.empty() && reference.authors.front().family.empty();
    keys.journal = folded_journal(reference.container_title);
    const auto index = static_cast<std::uint32_t>(keys_.size());
    if (!keys.families.empty()) by_first_[keys.families.front()].push_back(index);
    if (!keys.journal.empty()) by_journal_[keys.journal].push_back(index);
    keys_.push_back(std::move(keys));
  }
}

const std::vector<std::uint32_t>& ReferenceFit::find(const Index& index, const std::string& key) {
  static const std::vector<std::uint32_t> kNone;
  const auto found = index.find(key);
  return key.empty() || found == index.end() ? kNone : found->second;
}

std::vector<std::uint32_t> ReferenceFit::fits(const AuthorYear& cited) {
  fold_references();
  std::vector<std::string> families;
  families.reserve(cited.families.size());
  for (const auto& family : cited.families) families.push_back(folded_family(family));
  // Before a bracket the first of the names may be another word of the sentence: "Zink, Jansen en Smit (2019)".
  const std::size_t starts = cited.before_bracket ? families.size() : std::min<std::size_t>(families.size(), 1);
  for (std::size_t start = 0; start < starts; ++start) {
    std::vector<std::uint32_t> fits;
    for (const auto i : find(by_first_, families[start])) {
      if (references_[i].year == cited.year) fits.push_back(i);
    }
    if (fits.empty()) continue;
    if (cited.letter != 0)
      narrow(fits, [&](std::uint32_t i) { return has_letter(references_[i], cited.year, cited.letter); });
    const auto named = families.size() - start;
    if (named > 1)
      narrow(fits, [&](std::uint32_t i) {
        const auto& others = keys_[i].families;
        return others.size() > 1 && others[1] == families[start + 1];
      });
    if (cited.et_al) {
      narrow(fits, [&](std::uint32_t i) { return references_[i].et_al || keys_[i].families.size() > 2; });
    } else {
      narrow(fits, [&](std::uint32_t i) { return !references_[i].et_al && keys_[i].families.size() == named; });
    }
    return fits;
  }
  return {};
}

std::vector<std::uint32_t> ReferenceFit::fits(const Attribution& attribution) {
  const auto& named = attribution;
  if (named.authors.empty() && named.journal.empty() && named.organisation.empty()) return {};
  fold_references();
  const auto author = folded_family(named.authors);
  const auto journal = folded_journal(named.journal);
  const auto organisation = fold_alphanumeric(named.organisation);
  const auto* possible = &find(by_journal_, journal);
  if (!author.empty()) {
    possible = &find(by_first_, author);
    // "Maria Silva" for "Silva"
    if (possible->empty()) possible = &find(by_first_, folded_family(last_word(named.authors)));
  } else if (journal.empty()) {
    possible = &find(by_first_, organisation);
  }
  std::vector<std::uint32_t> fits;
  for (const auto i : *possible) {
    const auto& keys = keys_[i];
    if (named.year && references_[i].year != named.year) continue;
    if (!journal.empty() && keys.journal != journal) continue;
    // A body that is named beside an author or a journal need not be the author.
    if (author.empty() && journal.empty() && !keys.organisation) continue;
    fits.push_back(i);
  }
  return fits;
}

}  // namespace claimbase
