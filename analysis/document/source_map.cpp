#include "analysis/document/source_map.h"

#include <algorithm>

namespace claimbase {

void SourceMap::add(ByteRange text, ByteRange source) {
  if (text.empty()) return;
  if (!runs_.empty()) {
    Run& last = runs_.back();
    const bool verbatim = last.text.size() == last.source.size() && text.size() == source.size();
    if (verbatim && last.text.end == text.begin && last.source.end == source.begin) {
      last.text.end = text.end;
      last.source.end = source.end;
      return;
    }
  }
  runs_.push_back({text, source});
}

const SourceMap::Run& SourceMap::run_at(std::uint32_t text) const {
  const auto after = std::ranges::upper_bound(runs_, text, {}, [](const Run& run) { return run.text.begin; });
  return after == runs_.begin() ? *after : *(after - 1);
}

std::uint32_t SourceMap::source_of(std::uint32_t text) const {
  if (runs_.empty()) return text;
  const Run& run = run_at(text);
  if (text < run.text.begin) return run.source.begin;
  if (text >= run.text.end) return run.source.end;
  return run.text.size() == run.source.size() ? run.source.begin + (text - run.text.begin) : run.source.begin;
}

std::uint32_t SourceMap::text_of(std::uint32_t source) const {
  if (runs_.empty()) return source;
  const auto holds = [&](const Run& run) { return run.source.begin <= source && source < run.source.end; };
  const auto found = std::ranges::find_if(runs_, holds);
  if (found != runs_.end()) {
    const bool verbatim = found->text.size() == found->source.size();
    return verbatim ? found->text.begin + (source - found->source.begin) : found->text.begin;
  }
  const auto next = std::ranges::find_if(runs_, [&](const Run& run) { return run.source.begin >= source; });
  return next == runs_.end() ? runs_.back().text.end : next->text.begin;
}

ByteRange SourceMap::source_of(ByteRange text) const {
  if (runs_.empty()) return text;
  const std::uint32_t begin = source_of(text.begin);
  if (text.empty()) return {begin, begin};
  const Run& last = run_at(text.end - 1);
  std::uint32_t end = last.source.end;
  if (last.text.size() == last.source.size() && text.end >= last.text.begin && text.end < last.text.end)
    end = last.source.begin + (text.end - last.text.begin);
  return {begin, std::max(begin, end)};
}

}  // namespace claimbase
