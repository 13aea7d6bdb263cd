#include <xxhash.h>

#include <array>

#include "analysis/bibliography/reference.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = kDigits[(value >> (60 - 4 * i)) & 0xFU];
  return out;
}

std::string fingerprinted(const Reference& reference) {
  const auto title = fold_alphanumeric(reference.title);
  if (title.empty()) return fold_alphanumeric(reference.raw);
  std::string key;
  if (!reference.authors.empty()) {
    const auto& first = reference.authors.front();
    key = fold_alphanumeric(first.family.empty() ? first.literal : first.family);
  }
  key += '|';
  if (reference.year) key += std::to_string(*reference.year);
  return key + '|' + title;
}

}  // namespace

std::string reference_id(const Reference& reference) {
  if (!reference.doi.empty()) return "doi:" + reference.doi;
  if (!reference.pmid.empty()) return "pmid:" + reference.pmid;
  const auto key = fingerprinted(reference);
  return "ref:" + hexadecimal(XXH3_64bits(key.data(), key.size()));
}

}  // namespace claimbase
