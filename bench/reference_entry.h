// How reference lists print a work.
#pragma once

#include <cstdint>
#include <string>

#include "bench/draw.h"
#include "bench/made_up_works.h"

namespace claimbase::bench {

/// A list keeps to one.
enum class EntryStyle : std::uint8_t { apa, vancouver, harvard, short_form };
inline constexpr std::size_t kEntryStyles = 4;

/// Appends the entry of `work`. What `draw` gives varies it as the lists of real articles do: authors cut at "et al.",
/// a DOI or none, an issue left out, another dash or spelling, now and then a slip of the pen.
void append_entry(std::string& to, const MadeUpWork& work, EntryStyle style, Draw& draw);

}  // namespace claimbase::bench
