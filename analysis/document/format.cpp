#include "analysis/document/format.h"

#include <algorithm>
#include <string>

namespace claimbase {
namespace {

constexpr std::size_t kLookedAt = 4096;

struct Name {
  Format format;
  std::string_view text;
};

constexpr std::array kNames{Name{Format::text, "text"}, Name{Format::markdown, "markdown"}, Name{Format::html, "html"},
                            Name{Format::jats, "jats"}, Name{Format::docx, "docx"},         Name{Format::pdf, "pdf"}};

constexpr std::array kExtensions{Name{Format::text, "txt"},          Name{Format::text, "text"},
                                 Name{Format::markdown, "md"},       Name{Format::markdown, "mdx"},
                                 Name{Format::markdown, "markdown"}, Name{Format::html, "html"},
                                 Name{Format::html, "htm"},          Name{Format::html, "xhtml"},
                                 Name{Format::html, "xht"},          Name{Format::jats, "nxml"},
                                 Name{Format::jats, "jats"},         Name{Format::jats, "xml"},
                                 Name{Format::docx, "docx"},         Name{Format::pdf, "pdf"}};

// Elements that open a page or a part of one.
constexpr std::array<std::string_view, 12> kHtmlElements{"html", "head", "body", "title",   "meta",    "div",
                                                         "p",    "h1",   "h2",   "section", "article", "main"};
constexpr std::array<std::string_view, 4> kJatsElements{"article", "pmc-articleset", "response", "oai-pmh"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view skip_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

// The beginning in lower case; UTF-16 without its zero bytes, which leaves ASCII as it is. Nothing where it is plain
// text from its first character on.
std::string beginning_of(std::string_view bytes) {
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (marked) bytes.remove_prefix(2);
  const bool wide = marked || (bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0'));
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!wide) {
    const std::string_view text = skip_space(bytes);
    if (!text.starts_with('<') && !text.starts_with('%')) return {};
  }
  std::string made;
  for (const char c : bytes.substr(0, kLookedAt)) {
    if (!wide || c != '\0') made += lower(c);
  }
  return made;
}

std::string_view skip_past(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

bool opens(std::string_view text, std::string_view name) {
  if (!text.starts_with('<') || !text.substr(1).starts_with(name)) return false;
  const std::string_view rest = text.substr(1 + name.size());
  return rest.empty() || std::string_view(" \t\r\n\f>/").find(rest.front()) != std::string_view::npos;
}

// HTML and JATS both have an <article>; JATS says which type it is of, or has a front of its own.
bool is_jats_article(std::string_view text) {
  const std::string_view tag = text.substr(0, text.find('>'));
  if (tag.find("article-type") != std::string_view::npos || tag.find("dtd-version") != std::string_view::npos ||
      tag.find("jats") != std::string_view::npos)
    return true;
  return opens(skip_space(skip_past(text, ">")), "front");
}

// Behind declarations and comments stands the first element.
std::optional<Format> markup_of(std::string_view text) {
  bool xml = false;
  for (text = skip_space(text); text.starts_with('<'); text = skip_space(text)) {
    if (text.starts_with("<?")) {
      xml = xml || text.starts_with("<?xml");
      text = skip_past(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = skip_past(text, "-->");
    } else if (text.starts_with("<!doctype")) {
      const std::string_view name = skip_space(text.substr(9));
      if (name.starts_with("html")) return Format::html;
      if (name.starts_with("article") || name.starts_with("pmc-articleset")) return Format::jats;
      text = skip_past(text, ">");
    } else {
      break;
    }
  }
  if (!text.starts_with('<')) return std::nullopt;
  if (opens(text, "article") && !xml && !is_jats_article(text)) return Format::html;
  const auto is_opened = [&](std::string_view name) { return opens(text, name); };
  if (std::ranges::any_of(kJatsElements, is_opened)) return Format::jats;
  if (std::ranges::any_of(kHtmlElements, is_opened)) return Format::html;
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Format format) {
  return std::ranges::find(kNames, format, &Name::format)->text;
}

std::optional<Format> format_from_string(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name, &Name::text);
  return found == kNames.end() ? std::nullopt : std::optional(found->format);
}

std::optional<Format> format_of_extension(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return std::nullopt;
  std::string extension(path.substr(dot + 1));
  std::ranges::transform(extension, extension.begin(), lower);
  const auto* const found = std::ranges::find(kExtensions, extension, &Name::text);
  return found == kExtensions.end() ? std::nullopt : std::optional(found->format);
}

Format detect_format(std::string_view bytes, std::string_view path) {
  const std::optional<Format> named = format_of_extension(path);
  const std::string beginning = beginning_of(bytes);
  if (beginning.starts_with("%pdf-")) return Format::pdf;
  if (bytes.starts_with("PK\x03\x04")) return Format::docx;
  // A Markdown file may begin with a <div>.
  if (named != Format::markdown) {
    if (const auto markup = markup_of(beginning)) return *markup;
  }
  return named.value_or(Format::text);
}

}  // namespace claimbase
