#include "analysis/library/bibtex_names.h"

#include <string>

#include "analysis/bibliography/scan.h"
#include "analysis/library/fields.h"
#include "analysis/library/latex.h"

namespace claimbase::library {
namespace {

// The parts of `text` between separators that stand outside of braces.
template <typename IsSeparator>
std::vector<std::string_view> split(std::string_view text, const IsSeparator& separator_size) {
  std::vector<std::string_view> parts;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && depth > 0) --depth;
    const std::size_t size = depth == 0 ? separator_size(text.substr(i)) : 0;
    if (size == 0) {
      ++i;
      continue;
    }
    parts.push_back(scan::trim(text.substr(begin, i - begin)));
    i += size;
    begin = i;
  }
  parts.push_back(scan::trim(text.substr(begin)));
  return parts;
}

std::size_t and_size(std::string_view text) {
  constexpr std::size_t kSize = 5;
  const bool is_and = text.size() >= kSize && scan::is_space(text[0]) && (text[1] | 0x20) == 'a' &&
                      (text[2] | 0x20) == 'n' && (text[3] | 0x20) == 'd' && scan::is_space(text[4]);
  return is_and ? kSize - 1 : 0;  // the last space may open the next " and "
}

bool is_braced(std::string_view name) {
  if (!name.starts_with('{') || !name.ends_with('}')) return false;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '{') ++depth;
    if (name[i] == '}' && --depth == 0) return i + 1 == name.size();
  }
  return false;
}

bool starts_lower(std::string_view word) {
  return !word.empty() && scan::is_lower(scan::at(word, 0).value);
}

Author first_last(std::string_view name) {
  const auto words =
      split(name, [](std::string_view text) { return std::size_t{scan::is_space(text[0]) || text[0] == '~'}; });
  if (words.size() == 1) return person(from_latex(name), {});
  std::size_t family = words.size() - 1;  // the first particle, else the last word
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (starts_lower(words[i])) {
      family = i;
      break;
    }
  }
  const auto begin = static_cast<std::size_t>(words[family].data() - name.data());
  return person(from_latex(name.substr(begin)), from_latex(name.substr(0, begin)));
}

Author name_of(std::string_view name) {
  if (is_braced(name)) return {{}, {}, from_latex(name)};
  const auto parts = split(name, [](std::string_view text) { return std::size_t{text[0] == ','}; });
  if (parts.size() == 1) return first_last(name);
  if (parts.size() == 2) return person(from_latex(parts[0]), from_latex(parts[1]));
  return person(from_latex(parts[0]), from_latex(parts[2]), from_latex(parts[1]));
}

}  // namespace

BibtexNames bibtex_names(std::string_view field) {
  BibtexNames made;
  for (const std::string_view name : split(field, and_size)) {
    if (name.empty()) continue;
    if (name == "others") {
      made.others = true;
    } else {
      made.names.push_back(name_of(name));
    }
  }
  return made;
}

}  // namespace claimbase::library
