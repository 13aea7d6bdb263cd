// Mentions -> evidence: which citation or reference a mention rests on, and how surely (design.md, Links).
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/article.h"
#include "schema/records.h"

namespace claimbase {

/// The evidence for each mention, in order of mentions, surest first.
///
/// - marker, author-year, link, xref in the mention's sentence: LinkKind::marker. In a sentence with several groups of
///   markers ("lowers A1 and raises B2") a group cites what stands between the group before it and itself; a group with
///   nothing of its own to cite ("A study1 shows ...") cites the whole sentence.
/// - attribution in the mention's sentence, resolved or not: LinkKind::attribution.
/// - citations of the sentence that introduces a list or a table, for each item and row: LinkKind::lead_in.
/// - where none of these is there: citations at most two sentences on in the same block: LinkKind::same_paragraph.
/// - where nothing is there and the article has a reference list that no marker points into: each of its entries,
///   LinkKind::reference_list.
///
/// A generic attribution ("studies show") is a weak link, and keeps none of the later rules from being tried. Of
/// several links from one mention to one work the surest stays. Pure. Linear in sentences, citations and mentions: a
/// mention has at most kMostLinks links, a reference list longer than that supports nothing in particular.
[[nodiscard]] std::vector<EvidenceRecord> link_evidence(const ArticleAnalysis& article);

inline constexpr std::size_t kMostLinks = 100;
/// Weight of an attribution that names no journal, year, author or authority.
inline constexpr double kGenericAttributionWeight = 0.3;
/// Weight of an attribution in the lead-in of a list, for its items.
inline constexpr double kLeadInAttributionWeight = 0.7;
/// Raised whenever the same analysis may give other evidence.
inline constexpr int kLinkerVersion = 3;

}  // namespace claimbase
