// Which references of an article fit what a citation in words says of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/citation/author_year.h"
#include "analysis/citation/citation.h"

namespace claimbase {

/// The references, folded once for comparing; makes them on first use, so an article without citations in words pays
/// nothing.
class ReferenceFit {
 public:
  explicit ReferenceFit(std::span<const Reference> references) : references_(references) {}  // must outlive it

  /// Those by these authors of this year, in order. Where the number of authors or the letter of the year tells several
  /// apart, those alone. Empty: none.
  [[nodiscard]] std::vector<std::uint32_t> fits(const AuthorYear& cited);
  /// Those that fit all that the attribution names of author, journal, year and organisation; one that names but a year
  /// or a design fits none.
  [[nodiscard]] std::vector<std::uint32_t> fits(const Attribution& attribution);

 private:
  struct Keys {
    std::vector<std::string> families;  // of authors; of an organisation its standard name
    bool organisation = false;
    std::string journal;
  };
  void fold_references();

  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  [[nodiscard]] static const std::vector<std::uint32_t>& find(const Index& index, const std::string& key);

  std::span<const Reference> references_;
  std::vector<Keys> keys_;
  Index by_first_;  // author
  Index by_journal_;
};

}  // namespace claimbase
