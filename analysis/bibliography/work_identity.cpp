#include "analysis/bibliography/work_identity.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/similarity.h"
#include "analysis/bibliography/word_reader.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestTitle = 600;  // bytes: what is longer is no title

std::string folded_title(std::string_view text) {
  std::string joined;
  for (WordReader words(text.substr(0, kLongestTitle)); words.next();) {
    if (!joined.empty()) joined += ' ';
    words.append_folded(joined);
  }
  return joined;
}

std::string_view first_page(std::string_view page) {
  return page.substr(0, page.find_first_of("-,; "));
}

std::int64_t hash_of(std::string_view kind, std::string_view value) {
  const std::uint64_t seed = XXH3_64bits(kind.data(), kind.size());
  return static_cast<std::int64_t>(XXH3_64bits_withSeed(value.data(), value.size(), seed));
}

bool differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

// Weights in bits: log2 of how much more often the outcome is seen among the same works than among different ones that
// share a key. docs/libraries.md has the counts.
double title_weight(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  const double similarity = title_similarity(a, b);
  if (similarity >= 0.97) return 9;
  if (similarity >= 0.85) return 7;
  if (similarity >= 0.7) return 2;
  return -9;
}

double author_weight(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  return same_name(a, b) ? 3 : -6;
}

double year_weight(std::optional<int> a, std::optional<int> b) {
  if (!a || !b) return 0;
  const int apart = std::abs(*a - *b);
  if (apart == 0) return 3;
  return apart == 1 ? 0 : -6;  // online in one year, printed in the next
}

double container_weight(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  return same_container(a, b) ? 2 : -3;
}

double volume_weight(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  return a == b ? 4 : -3;
}

double page_weight(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  return a == b ? 6 : -4;
}

/// How rare one work is among the pairs that share a key, in bits.
constexpr double kPrior = -8;

// What title, author and journal add at most: they take the longest to compare.
constexpr double kMostOfTitle = 9;
constexpr double kMostOfAuthor = 3;
constexpr double kMostOfContainer = 2;

double probability(double bits) {
  return 1 / (1 + std::exp2(-bits));
}

}  // namespace

WorkIdentity identity_of(const WorkFields& fields) {
  WorkIdentity made;
  made.doi = fields.doi;
  made.pmid = fields.pmid;
  made.pmcid = fields.pmcid;
  made.title = folded_title(fields.title);
  made.family = fold_alphanumeric(fields.first_author.substr(0, kLongestTitle));
  made.year = fields.year;
  const std::string_view container = fields.container.substr(0, kLongestTitle);
  made.container = folded_title(journal_title(container).value_or(container));
  made.volume = fold_alphanumeric(fields.volume.substr(0, kLongestTitle));
  made.page = fold_alphanumeric(first_page(fields.page));
  return made;
}

std::string identity_name(const WorkIdentity& identity, std::string_view own) {
  std::string all;
  const std::string year = identity.year ? std::to_string(*identity.year) : "";
  for (const std::string_view field :
       {std::string_view(identity.doi), std::string_view(identity.pmid), std::string_view(identity.pmcid),
        std::string_view(identity.title), std::string_view(identity.family), std::string_view(year),
        std::string_view(identity.container), std::string_view(identity.volume), std::string_view(identity.page),
        own}) {
    all += field;
    all += '\n';  // in no field
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string name;
  for (const std::uint64_t half : {hash.high64, hash.low64}) {
    for (int shift = 60; shift >= 0; shift -= 4) name += kDigits[(half >> shift) & 15U];
  }
  return name;
}

std::vector<std::int64_t> match_keys(const WorkIdentity& identity) {
  std::vector<std::string_view> words = content_words(identity.title);
  std::vector<std::int64_t> keys;
  constexpr std::size_t kFirstWords = 5;
  constexpr std::size_t kDistinctive = 3;
  if (!words.empty()) {
    std::string first;
    for (std::size_t i = 0; i < std::min(kFirstWords, words.size()); ++i) first += std::string(words[i]) + ' ';
    // "Editorial" is the title of thousands: a short one needs more to be looked for by.
    if (words.size() < kDistinctive) first += identity.family + ' ' + std::to_string(identity.year.value_or(0));
    keys.push_back(hash_of("title", first));
  }
  if (!identity.family.empty()) {
    std::ranges::sort(words, [](std::string_view a, std::string_view b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    constexpr std::size_t kLongestWords = 3;
    for (std::size_t i = 0; i < std::min(kLongestWords, words.size()); ++i) {
      keys.push_back(hash_of("author", identity.family + ' ' + std::string(words[i])));
    }
  }
  if (!identity.volume.empty() && !identity.page.empty() && identity.year) {
    keys.push_back(hash_of("place", std::to_string(*identity.year) + ' ' + identity.volume + ' ' + identity.page));
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

double match_score(const WorkIdentity& a, const WorkIdentity& b) {
  if (differ(a.doi, b.doi) || differ(a.pmid, b.pmid) || differ(a.pmcid, b.pmcid)) return 0;
  const double bits = kPrior + title_weight(a.title, b.title) + author_weight(a.family, b.family) +
                      year_weight(a.year, b.year) + container_weight(a.container, b.container) +
                      volume_weight(a.volume, b.volume) + page_weight(a.page, b.page);
  return probability(bits);
}

bool may_match(const WorkIdentity& a, const WorkIdentity& b) {
  if (differ(a.doi, b.doi) || differ(a.pmid, b.pmid) || differ(a.pmcid, b.pmcid)) return false;
  const double most = kPrior + kMostOfTitle + kMostOfAuthor + kMostOfContainer + year_weight(a.year, b.year) +
                      volume_weight(a.volume, b.volume) + page_weight(a.page, b.page);
  return probability(most) >= kMatchThreshold;
}

}  // namespace claimbase
