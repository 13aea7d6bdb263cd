#include "indexer/library_links.h"

#include "analysis/citation/author_year.h"
#include "analysis/citation/reference_fit.h"

namespace claimbase {
namespace {

bool singles_out(const WordCitation& words) {
  const int named = (words.authors.empty() ? 0 : 1) + (words.journal.empty() ? 0 : 1) + (words.year ? 1 : 0);
  return named >= 2;
}

Reference to_reference(const LibraryWork& work) {
  Reference made;
  made.authors.reserve(work.authors.size());
  for (const AuthorRecord& each : work.authors) made.authors.push_back({each.family, each.given, each.literal});
  made.et_al = work.et_al;
  made.year = work.year;
  made.container_title = work.container_title;
  return made;
}

// An author-year citation is read again from its sentence, which names all its authors.
std::vector<std::uint32_t> fits_of(const WordCitation& words, ReferenceFit& fit) {
  std::size_t before = words.before;
  if (!words.sentence.empty()) {
    for (const AuthorYear& cited : find_author_years(words.sentence)) {
      if (cited.families.front() == words.authors && cited.year == words.year && before-- == 0) return fit.fits(cited);
    }
  }
  Attribution named;
  named.authors = words.authors;
  named.journal = words.journal;
  named.year = words.year;
  return fit.fits(named);
}

}  // namespace

std::vector<LibraryCitation> fit_library_works(std::span<const WordCitation> citations,
                                               std::span<const LibraryWork> works) {
  std::vector<Reference> references;
  references.reserve(works.size());
  for (const LibraryWork& work : works) references.push_back(to_reference(work));
  ReferenceFit fit(references);
  std::vector<LibraryCitation> links;
  for (const WordCitation& words : citations) {
    if (!singles_out(words)) continue;
    const auto fits = fits_of(words, fit);
    if (fits.empty() || fits.size() > kMostLibraryCandidates) continue;
    LibraryCitation link{words.key, {}};
    for (const std::uint32_t each : fits) link.works.push_back(works[each].key);
    links.push_back(std::move(link));
  }
  return links;
}

void link_library_works(Store& store) {
  if (store.library_citations_settled()) return;
  std::vector<LibraryCitation> links;
  if (has_library_works(store.database())) {
    const std::vector<LibraryWork> works = library_works(store.database());
    links = fit_library_works(word_citations(store.database()), works);
  }
  store.settle_library_citations(links);
}

}  // namespace claimbase
