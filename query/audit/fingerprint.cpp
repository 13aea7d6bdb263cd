#include "query/audit/fingerprint.h"

#include <xxhash.h>

#include <map>

#include "analysis/language/unicode.h"
#include "query/paint.h"
#include "schema/hexadecimal.h"

namespace claimbase {
namespace {

constexpr std::uint64_t kVersion = 1;  // raise it, and baselines no longer fit: only where the parts change

std::uint64_t add(std::uint64_t hash, std::string_view part) {
  const std::string size = std::to_string(part.size());  // so that no byte can pass from a part to the next
  hash = XXH3_64bits_withSeed(size.data(), size.size(), hash);
  return XXH3_64bits_withSeed(part.data(), part.size(), hash);
}

std::uint64_t hash_of(std::string_view rule, std::string_view path, std::string_view sentence) {
  const std::string folded = fold(one_line(sentence));
  return add(add(add(kVersion, rule), path), folded);
}

std::string digits(std::uint64_t hash, std::size_t ordinal) {
  return to_hexadecimal(add(hash, std::to_string(ordinal)));
}

}  // namespace

std::string finding_fingerprint(std::string_view rule, std::string_view path, std::string_view sentence,
                                std::size_t ordinal) {
  return digits(hash_of(rule, path, sentence), ordinal);
}

std::string stable_path(const std::string& path, const std::filesystem::path& folder) {
  if (path.empty() || path == "-") return path;
  std::error_code error;
  const std::filesystem::path base =
      std::filesystem::absolute(folder.empty() ? std::filesystem::path(".") : folder, error).lexically_normal();
  const std::filesystem::path whole = std::filesystem::absolute(path, error).lexically_normal();
  const std::filesystem::path inside = whole.lexically_relative(base);
  if (inside.empty() || *inside.begin() == "..") return whole.generic_string();
  return inside.generic_string();
}

void set_fingerprints(AuditReport& report, const std::filesystem::path& folder) {
  std::map<std::uint64_t, std::size_t> seen;
  std::map<std::string, std::string> paths;
  for (Finding& finding : report.findings) {
    std::string& path = paths[finding.path];
    if (path.empty()) path = stable_path(finding.path, folder);
    const std::uint64_t hash = hash_of(finding.rule, path, finding.sentence);
    finding.fingerprint = digits(hash, seen[hash]++);
  }
}

}  // namespace claimbase
