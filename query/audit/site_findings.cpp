#include "query/audit/site_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "query/audit/new_finding.h"

namespace claimbase {
namespace {

constexpr int kWordsOfAStudyPage = 2;  // "placebo" once may be an aside

struct Stated {
  const AuditedFile* file = nullptr;
  const AuditedSentence* sentence = nullptr;
  const AuditedClaim* claim = nullptr;
  std::string dose;  // as printed
  Quantity amount;
};

const Quantity* dose_of(const AuditedClaim& claim) {
  const auto found = std::ranges::find(claim.amounts, QuantityKind::dose, &Quantity::kind);
  return found == claim.amounts.end() ? nullptr : &*found;
}

bool differ(const Quantity& a, const Quantity& b) {
  return a.unit == b.unit && (a.high < b.low || b.high < a.low);
}

void add_doses(const std::vector<AuditedFile>& files, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<Stated>> by_claim;
  for (const AuditedFile& file : files) {
    for (const AuditedSentence& sentence : file.sentences) {
      for (const AuditedClaim& claim : sentence.claims) {
        const Quantity* dose = dose_of(claim);
        if (dose == nullptr) continue;
        by_claim[claim.claim.claim].push_back(
            {&file, &sentence, &claim, file.document.text.substr(dose->range.begin, dose->range.size()), *dose});
      }
    }
  }
  for (const auto& [id, places] : by_claim) {
    const Stated& first = places.front();
    for (const Stated& other : places) {
      if (other.file == first.file || !differ(first.amount, other.amount)) continue;
      Finding& made = findings.emplace_back(
          new_finding(*other.file, *other.sentence, "site.dose-differs", other.claim->span.text,
                      fmt::format("{} with {} here and {} in {}", id, other.dose, first.dose, first.file->path)));
      made.related.push_back({first.file->path, first.file->document.format, first.sentence->span.line,
                              fmt::format("the same claim with {}", first.dose)});
      break;
    }
  }
}

/// What a file says, as far as it sells or reports studies.
struct PageKind {
  const AuditedFile* file = nullptr;
  const AuditedSentence* sells = nullptr;  // the first such sentence
  const AuditedSentence* studies = nullptr;
  int study_words = 0;
  std::set<std::string> substances;
  std::set<std::string> studied;  // those of the sentences that report studies; none: all
};

PageKind kind_of(const AuditedFile& file) {
  PageKind page;
  page.file = &file;
  for (const AuditedSentence& sentence : file.sentences) {
    page.substances.insert(sentence.law.nutrients.begin(), sentence.law.nutrients.end());
    for (const Signal& signal : sentence.law.signals) {
      if (signal.name == "selling" && page.sells == nullptr) page.sells = &sentence;
      if (signal.name != "study") continue;
      ++page.study_words;
      page.studied.insert(sentence.law.nutrients.begin(), sentence.law.nutrients.end());
      if (page.studies == nullptr) page.studies = &sentence;
    }
  }
  if (page.studied.empty()) page.studied = page.substances;
  return page;
}

std::string names_of(const std::set<std::string>& substances, const Vocabulary& vocabulary, std::string_view language) {
  std::string names;
  for (const std::string& id : substances) {
    const Concept* found = vocabulary.find(ConceptScheme::substance, id);
    names += (names.empty() ? "" : ", ") + std::string(found == nullptr ? id : found->preferred_label(language));
  }
  return names;
}

void add_study_pages(const std::vector<AuditedFile>& files, const Vocabulary& vocabulary,
                     std::vector<Finding>& findings) {
  std::vector<PageKind> pages;
  pages.reserve(files.size());
  for (const AuditedFile& file : files) pages.push_back(kind_of(file));
  for (const PageKind& study : pages) {
    if (study.studies == nullptr || study.study_words < kWordsOfAStudyPage) continue;
    for (const PageKind& shop : pages) {
      std::set<std::string> both;
      std::ranges::set_intersection(study.studied, shop.substances, std::inserter(both, both.end()));
      if (shop.sells == nullptr || both.empty()) continue;
      Finding& made = findings.emplace_back(
          new_finding(*study.file, *study.studies, "site.selling-and-study", study.studies->span.text,
                      fmt::format("studies on {} stand on a site that sells it",
                                  names_of(both, vocabulary, study.studies->language))));
      made.related.push_back({shop.file->path, shop.file->document.format, shop.sells->span.line, "sold here"});
      break;
    }
  }
}

}  // namespace

std::vector<Finding> site_findings(const std::vector<AuditedFile>& files, const Vocabulary& vocabulary) {
  std::vector<Finding> findings;
  add_doses(files, findings);
  add_study_pages(files, vocabulary, findings);
  return findings;
}

}  // namespace claimbase
