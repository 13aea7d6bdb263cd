#include "analysis/claim/explain.h"

#include <fmt/format.h>

#include <iterator>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"
#include "analysis/claim/frames.h"
#include "analysis/language/analyzer.h"

namespace claimbase {
namespace {

void print_words(const ExplainRequest& request, std::string& out) {
  Analyzer analyzer(request.language);
  std::vector<Word> words;
  analyzer.words(request.sentence, words);
  out += "words\n";
  for (const Word& word : words) {
    fmt::format_to(std::back_inserter(out), "  {} -> {}", word.range.of(request.sentence), word.form->stem);
    for (const CompoundPart& part : word.form->parts) fmt::format_to(std::back_inserter(out), " +{}", part.stem);
    out += '\n';
  }
}

std::string_view value_of(const Cue& cue) {
  switch (cue.type) {
    case CueClass::verb:
    case CueClass::change:
    case CueClass::noun:
    case CueClass::adjective:
    case CueClass::tail:
    case CueClass::head:
    case CueClass::property:
    case CueClass::column:
      return to_string(cue.effect);
    case CueClass::exposure:
    case CueClass::state:
    case CueClass::symptom:
      return to_string(cue.exposure);
    default:
      return {};
  }
}

void print_items(const ExplainRequest& request, const Annotation& annotation, std::string& out) {
  out += "recognised\n";
  for (const Item& item : annotation.items) {
    fmt::format_to(std::back_inserter(out), "  \"{}\"", annotation.range_of(item).of(request.sentence));
    if (item.named) {
      fmt::format_to(std::back_inserter(out), " {} {}{}", to_string(item.named->scheme), item.named->id,
                     item.inverse ? " (its lack)" : "");
    }
    std::string last;
    for (const Cue* cue : item.senses) {
      std::string sense =
          fmt::format(" {}{}{}", to_string(cue->type), value_of(*cue).empty() ? "" : "=", value_of(*cue));
      if (sense != last) out += sense;
      last = std::move(sense);
    }
    out += '\n';
  }
}

void print_clauses(const ExplainRequest& request, const Annotation& annotation, const Grammar& grammar,
                   std::string& out) {
  out += "clauses\n";
  for (const Clause& clause : split_clauses(request.sentence, annotation, grammar)) {
    const ByteRange range{annotation.units[clause.first].range.begin, annotation.units[clause.last - 1].range.end};
    fmt::format_to(std::back_inserter(out), "  {}\n", range.of(request.sentence));
  }
}

void print_frames(const SentenceFrames& read, const std::vector<Trace>& trace, const ExplainRequest& request,
                  std::string& out) {
  out += "outcomes\n";
  for (const Trace& each : trace) {
    fmt::format_to(std::back_inserter(out), "  \"{}\" {}: {}\n", each.outcome_range.of(request.sentence),
                   each.outcome->id, each.verdict);
  }
  out += "frames\n";
  for (const Frame& frame : read.frames) {
    for (const Concept* substance : frame.subject.substances) {
      fmt::format_to(std::back_inserter(out), "  {} {} {} ({}, {}, {}, confidence {:.2f}{}{})\n", substance->id,
                     to_string(frame.relation), frame.outcome->id, to_string(frame.subject.exposure),
                     to_string(frame.certainty), to_string(frame.polarity), frame.confidence,
                     frame.inherited ? ", substance inherited" : "",
                     frame.cue_range.empty() ? "" : fmt::format(", by \"{}\"", frame.cue_range.of(request.sentence)));
    }
  }
  if (read.frames.empty()) out += "  none\n";
}

}  // namespace

std::string explain(const ExplainRequest& request, const Vocabulary& vocabulary) {
  std::string out;
  print_words(request, out);
  Annotator annotator(vocabulary, request.language);
  Annotation annotation;
  annotator.annotate(request.sentence, {0, static_cast<std::uint32_t>(request.sentence.size())}, annotation);
  Context context;
  context.fragment = request.fragment;
  if (const Concept* topic = vocabulary.find(ConceptScheme::substance, request.topic)) {
    context.topic = topic;
    context.focus.substances = {topic};
  }
  std::vector<Trace> trace;
  const SentenceFrames read = read_frames(request.sentence, annotation, annotator.grammar(), context, &trace);
  print_items(request, annotation, out);
  print_clauses(request, annotation, annotator.grammar(), out);
  print_frames(read, trace, request, out);
  if (annotation.question) out += "a question makes no claim\n";
  return out;
}

}  // namespace claimbase
