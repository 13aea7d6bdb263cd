// Works that an article cites by a link alone: an address that names a paper by its DOI, PMID or PMCID.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/document/document.h"

namespace claimbase {

/// The work that a web address names by itself: at a DOI resolver, at a publisher whose address holds the DOI, at
/// PubMed, PubMed Central or Europe PMC. Only type, identifiers, url and raw (the usual address of the work) are set.
/// Nothing for any other address. O(address); addresses over 1,000 bytes are refused.
[[nodiscard]] std::optional<Reference> linked_work(std::string_view address);

/// Whether a link in this block cites: it is text of the article, and no entry of its list.
[[nodiscard]] bool cites_by_link(const Block& block);

/// The index in a list of references of what has an identifier of a given one.
class ReferencesById {
 public:
  explicit ReferencesById(std::span<const Reference> references);
  void add(const Reference& reference, std::uint32_t index);
  [[nodiscard]] std::optional<std::uint32_t> find(const Reference& work) const;

 private:
  std::unordered_map<std::string, std::uint32_t> index_;
};

/// Appends to the entries of the document's lists each work that a link in its text names and no entry is: once, its
/// number 0, its range that of the link's words. A page's own address is none, and nor are links in JATS, which lists
/// all that it cites.
void add_linked_works(const Document& document, std::vector<Reference>& references);

}  // namespace claimbase
