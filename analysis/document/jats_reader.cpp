#include "analysis/document/jats_reader.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string>

#include "analysis/document/budget.h"
#include "analysis/document/jats_text.h"
#include "analysis/document/jats_walk.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {
namespace {

// Nothing is decoded while parsing: what the tree holds is as long as the source, and offsets stay true. White space
// between elements is text ("<italic>E.</italic> <italic>coli</italic>").
constexpr unsigned kParsed = pugi::parse_cdata | pugi::parse_ws_pcdata;

void fail(Document& document, std::string rule, std::string message, std::uint32_t at) {
  document.diagnostics.push_back({Severity::error, std::move(rule), {at, at}, std::move(message)});
}

// The first <article> of what may be a set of them; breadth does not matter, depth is looked at no further than here.
pugi::xml_node find_article(pugi::xml_node top) {
  constexpr int kDeepest = 6;
  pugi::xml_node at = top.first_child();
  for (int depth = 1; at && at != top;) {
    if (at.type() == pugi::node_element && local_name(at) == "article") return at;
    if (depth < kDeepest && at.first_child()) {
      at = at.first_child();
      ++depth;
      continue;
    }
    while (at != top && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (at != top) at = at.next_sibling();
  }
  return {};
}

int rank_of(pugi::xml_node date) {
  const std::string_view type = date.attribute("pub-type").value();
  const std::string_view kind = date.attribute("date-type").value();
  const std::string_view format = date.attribute("publication-format").value();
  if (type == "epub" || (kind == "pub" && format != "print")) return 4;
  if (type == "epub-ppub" || type == "ppub" || kind == "pub") return 3;
  if (type == "collection" || kind == "collection") return 2;
  return type == "pmc-release" ? 0 : 1;
}

std::string date_of(pugi::xml_node meta) {
  std::string best;
  int best_rank = -1;
  for (const pugi::xml_node each : meta.children("pub-date")) {
    const auto date = calendar_date(each);
    if (!date || rank_of(each) <= best_rank) continue;
    best = *date;
    best_rank = rank_of(each);
  }
  return best;
}

void read_metadata(pugi::xml_node article, Document& document) {
  const pugi::xml_node journal = article.child("front").child("journal-meta");
  const pugi::xml_node meta = article.child("front").child("article-meta");
  document.date = date_of(meta);
  document.publisher = text_below(journal.child("publisher").child("publisher-name"));
  if (document.publisher.empty())
    document.publisher = text_below(journal.child("journal-title-group").child("journal-title"));
  document.alternative_title = text_below(meta.child("title-group").child("trans-title-group").child("trans-title"));
  std::string language = attribute_of(article, "xml:lang");
  std::ranges::transform(language, language.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (!language.empty() && language.size() <= 12) document.language = language;
}

}  // namespace

void read_jats(std::string_view source, std::uint32_t begin, const ReadBounds& bounds, Document& document) {
  Budget budget(bounds);
  std::string buffer(source.substr(begin));
  pugi::xml_document tree;
  const pugi::xml_parse_result result =
      tree.load_buffer_inplace(buffer.data(), buffer.size(), kParsed, pugi::encoding_utf8);
  if (!result) {
    return fail(document, "document.malformed", result.description(),
                begin + static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(result.offset, 0, std::ssize(buffer))));
  }
  const pugi::xml_node article = find_article(tree.root());
  if (!article) return fail(document, "document.no-article", "XML without an <article> of JATS", 0);
  StructureBuilder builder(document);
  read_metadata(article, document);
  JatsWalk walk(source, begin, budget, document, builder);
  walk.read(article);
  if (budget.is_over()) return builder.abandon(budget.diagnostic());
  builder.finish();
}

}  // namespace claimbase::reading
