// The passes that turn drafts into blocks, in the order in which the reader runs them. Each is linear in the drafts.
#pragma once

#include <string_view>

#include "analysis/document/draft.h"

namespace claimbase::reading {

/// Site chrome, calls to action, disclaimers, dates, inline keyword lists: lines that say themselves what they are.
void settle_known_lines(std::string_view text, Drafts& drafts);

/// Numbered lines: an item among its like, a heading where it stands alone before content.
void tell_numbered_headings(Drafts& drafts);

/// Publisher and date, from the first lines that hold them, where `document` has none yet.
void find_dates(std::string_view text, const Drafts& drafts, Document& document);

/// Title, alternative title, publisher and date into `document`; the titles' drafts get their kind.
void find_titles(std::string_view text, Drafts& drafts, Document& document);

/// The entries of reference lists, wrapped ones made one; footnote definitions anywhere.
void read_references(std::string_view text, Drafts& drafts);

/// Paragraphs that are the article's own DOI and nothing else ("DOI: 10.1234/zn.2019.4"). Behind read_references: in an
/// entry such a line is part of it.
void settle_own_identifiers(std::string_view text, Drafts& drafts);

/// The lines of a table of contents.
void read_contents(Drafts& drafts);

/// Questions and answers: marked by prefixes, or under a heading that announces them.
void read_questions(std::string_view text, Drafts& drafts);

/// Items of a list that lost its bullets: short lines after a colon, or many short lines without blank lines between.
void read_bare_lists(std::string_view text, Drafts& drafts);

/// Headings without markup, and the captions that look like them; levels.
void find_headings(std::string_view text, Drafts& drafts);

/// What stands under headings of keywords, disclaimers, links; author boxes; the chrome behind the last reference.
void spread_roles(Drafts& drafts);

/// Document::blocks from the drafts: nesting of lists, parents, lead-ins.
void relate(Drafts&& drafts, Document& document);

/// Languages of the document and of its long blocks.
void find_languages(std::string_view forced, Document& document);

/// A heading that opens a known section, by shape and mark: not an item of a list.
[[nodiscard]] bool opens_section(const Draft& draft);

/// Has the shape of a heading without being one by its mark.
[[nodiscard]] bool is_candidate(const Draft& draft);

}  // namespace claimbase::reading
