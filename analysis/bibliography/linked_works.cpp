#include "analysis/bibliography/linked_works.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/bibliography/scan.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestAddress = 1000;
constexpr auto kNone = std::string_view::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int hexadecimal(char c) {
  if (scan::is_digit(c)) return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// In lower case, "%2F" decoded where it stands for printable ASCII.
std::string plain_address(std::string_view address) {
  std::string made;
  made.reserve(address.size());
  for (std::size_t i = 0; i < address.size(); ++i) {
    char c = address[i];
    if (c == '%' && i + 2 < address.size()) {
      const int high = hexadecimal(address[i + 1]);
      const int low = hexadecimal(address[i + 2]);
      const int decoded = high * 16 + low;
      if (high >= 0 && low >= 0 && decoded > ' ' && decoded < 0x7F) {
        c = static_cast<char>(decoded);
        i += 2;
      }
    }
    made += lower(c);
  }
  return made;
}

struct Address {
  std::string_view host;  // without "www."
  std::string_view path;  // with what follows it
};

Address split(std::string_view address) {
  const std::size_t scheme = address.find("//");
  address.remove_prefix(scheme == kNone ? address.size() : scheme + 2);
  const std::size_t end = std::min(address.find('/'), address.size());
  Address made{address.substr(0, end), address.substr(end)};
  if (made.host.starts_with("www.")) made.host.remove_prefix(4);
  return made;
}

// A DOI that starts behind '/' or '='; what publishers put behind it is no part of it.
std::string doi_in(std::string_view path) {
  constexpr std::array<std::string_view, 9> kTails{"/full",    "/fulltext", "/full.pdf", "/abstract", "/pdf",
                                                   "/summary", "/epdf",     "/meta",     "/html"};
  constexpr std::size_t kMostRegistrant = 9;
  for (std::size_t i = path.find("10."); i != kNone; i = path.find("10.", i + 3)) {
    if (i == 0 || (path[i - 1] != '/' && path[i - 1] != '=')) continue;
    const auto registrant = scan::number_at(path, i + 3);
    const std::size_t slash = i + 3 + registrant.digits;
    if (registrant.digits < 4 || registrant.digits > kMostRegistrant || slash >= path.size() || path[slash] != '/')
      continue;
    std::string_view doi = path.substr(i, std::min(path.find_first_of("?#& \"<>", i), path.size()) - i);
    while (!doi.empty() && (doi.back() == '/' || doi.back() == '.')) doi.remove_suffix(1);
    for (const std::string_view tail : kTails) {
      if (doi.ends_with(tail)) doi.remove_suffix(tail.size());
    }
    if (doi.size() > slash - i + 1) return std::string(doi);
  }
  return {};
}

// The number behind one of the folders.
template <std::size_t Size>
std::string number_behind(std::string_view path, const std::array<std::string_view, Size>& folders) {
  constexpr std::size_t kMostDigits = 9;
  for (const std::string_view folder : folders) {
    if (!path.starts_with(folder)) continue;
    const auto number = scan::number_at(path, folder.size());
    const std::size_t end = folder.size() + number.digits;
    const bool whole = end >= path.size() || std::string_view("/?#").find(path[end]) != kNone;
    if (number.digits >= 4 && number.digits <= kMostDigits && whole)
      return std::string(path.substr(folder.size(), number.digits));
  }
  return {};
}

std::string pmid_in(const Address& address) {
  if (address.host == "pubmed.ncbi.nlm.nih.gov")
    return number_behind(address.path, std::array<std::string_view, 1>{"/"});
  if (address.host == "ncbi.nlm.nih.gov")
    return number_behind(address.path, std::array<std::string_view, 1>{"/pubmed/"});
  if (address.host != "europepmc.org") return {};
  return number_behind(address.path, std::array<std::string_view, 2>{"/article/med/", "/abstract/med/"});
}

std::string pmcid_in(const Address& address) {
  std::string number;
  if (address.host == "ncbi.nlm.nih.gov") {
    number = number_behind(address.path, std::array<std::string_view, 1>{"/pmc/articles/pmc"});
  } else if (address.host == "pmc.ncbi.nlm.nih.gov") {
    number = number_behind(address.path, std::array<std::string_view, 1>{"/articles/pmc"});
  } else if (address.host == "europepmc.org") {
    number = number_behind(address.path, std::array<std::string_view, 2>{"/article/pmc/pmc", "/articles/pmc"});
  }
  return number.empty() ? number : "PMC" + number;
}

const Block* block_at(const Document& document, std::uint32_t at) {
  const auto after =
      std::ranges::upper_bound(document.blocks, at, {}, [](const Block& each) { return each.range.begin; });
  if (after == document.blocks.begin() || at >= (after - 1)->range.end) return nullptr;
  return &*(after - 1);
}

std::array<std::string, 3> names_of(const Reference& work) {
  return {work.doi.empty() ? std::string() : "doi:" + work.doi, work.pmid.empty() ? std::string() : "pmid:" + work.pmid,
          work.pmcid};
}

}  // namespace

std::optional<Reference> linked_work(std::string_view address) {
  if (address.size() > kLongestAddress) return std::nullopt;
  const std::string plain = plain_address(scan::trim(address));
  if (!plain.starts_with("http://") && !plain.starts_with("https://") && !plain.starts_with("//")) return std::nullopt;
  const Address parts = split(plain);
  Reference work;
  work.type = "article-journal";
  if (work.pmid = pmid_in(parts); !work.pmid.empty()) {
    work.url = "https://pubmed.ncbi.nlm.nih.gov/" + work.pmid + "/";
  } else if (work.pmcid = pmcid_in(parts); !work.pmcid.empty()) {
    work.url = "https://pmc.ncbi.nlm.nih.gov/articles/" + work.pmcid + "/";
  } else if (work.doi = doi_in(parts.path); !work.doi.empty()) {
    work.url = "https://doi.org/" + work.doi;
  } else {
    return std::nullopt;
  }
  work.raw = work.url;
  return work;
}

bool cites_by_link(const Block& block) {
  const bool text = block.role == BlockRole::content || block.role == BlockRole::regulatory;
  return text && block.kind != BlockKind::reference && block.kind != BlockKind::title;
}

ReferencesById::ReferencesById(std::span<const Reference> references) {
  for (std::uint32_t i = 0; i < references.size(); ++i) add(references[i], i);
}

void ReferencesById::add(const Reference& reference, std::uint32_t index) {
  for (std::string& name : names_of(reference)) {
    if (!name.empty()) index_.try_emplace(std::move(name), index);
  }
}

std::optional<std::uint32_t> ReferencesById::find(const Reference& work) const {
  for (const std::string& name : names_of(work)) {
    if (name.empty()) continue;
    if (const auto found = index_.find(name); found != index_.end()) return found->second;
  }
  return std::nullopt;
}

void add_linked_works(const Document& document, std::vector<Reference>& references) {
  if (document.format == "jats") return;
  ReferencesById known(references);
  const auto itself = linked_work(document.url);
  for (const InlineMark& mark : document.marks) {
    if (mark.kind != MarkKind::link) continue;
    auto work = linked_work(mark.target);
    if (!work || known.find(*work) || (itself && itself->raw == work->raw)) continue;
    const Block* block = block_at(document, mark.range.begin);
    if (block == nullptr || !cites_by_link(*block)) continue;
    work->range = mark.range;
    known.add(*work, static_cast<std::uint32_t>(references.size()));
    references.push_back(std::move(*work));
  }
}

}  // namespace claimbase
