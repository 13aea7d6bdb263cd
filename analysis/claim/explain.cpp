#include "analysis/claim/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clause_facts.h"
#include "analysis/claim/clause_subjects.h"
#include "analysis/claim/extractor.h"
#include "analysis/claim/frames.h"
#include "analysis/claim/governance.h"
#include "analysis/claim/instruction.h"
#include "analysis/claim/populations.h"
#include "analysis/claim/quantities.h"
#include "analysis/claim/subjects.h"
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

std::string names_of(const Subject& subject) {
  std::string names;
  for (const Concept* each : subject.substances) names += (names.empty() ? "" : ", ") + each->id;
  return names;
}

// Each step of read_frames (frames.cpp), taken once more for people to see.
class Steps {
 public:
  Steps(const ExplainRequest& request, const Annotation& annotation, const Grammar& grammar, const Context& context,
        std::string& out)
      : text_(request.sentence), annotation_(annotation), grammar_(grammar), out_(std::back_inserter(out)) {
    groups_ = substance_groups(annotation);
    clauses_ = gather_facts(text_, annotation, grammar);
    find_subjects(text_, annotation, grammar, context, groups_, clauses_);
  }

  void print_substances() {
    fmt::format_to(out_, "substances\n");
    for (const SubstanceGroup& group : groups_) {
      fmt::format_to(out_, "  \"{}\" {} ({}{}{}{}{})\n", group.subject.range.of(text_), names_of(group.subject),
                     to_string(group.subject.exposure), group.after_agent ? ", behind \"by\"" : "",
                     group.beside ? ", beside another subject" : "", group.companion ? ", acts too" : "",
                     group.outcome_end != 0 ? ", part of an outcome" : "");
    }
    if (groups_.empty()) fmt::format_to(out_, "  none\n");
  }

  void print_clauses() {
    fmt::format_to(out_, "clauses\n");
    for (const ClauseFacts& facts : clauses_) {
      const Clause& clause = facts.clause;
      const ByteRange range{annotation_.units[clause.first].range.begin, annotation_.units[clause.last - 1].range.end};
      fmt::format_to(out_, "  \"{}\"{}{}{}{}\n    subject: {}{}\n", range.of(text_), link_of(clause),
                     facts.hedged ? ", hedged" : "", facts.negations > 0 ? ", negated" : "",
                     facts.regulatory ? ", speaks of what may be claimed" : "",
                     facts.subject.empty() ? "none" : names_of(facts.subject), origin_of(facts));
    }
  }

  void print_outcome(const Trace& each) {
    fmt::format_to(out_, "  \"{}\" {}: {}\n", each.outcome_range.of(text_), each.outcome->id,
                   each.verdict == "frame" ? "a frame" : "no frame: " + each.verdict);
    for (std::size_t i = 0; i < annotation_.items.size(); ++i) {
      const Item& item = annotation_.items[i];
      if (item.named != each.outcome || annotation_.range_of(item) != each.outcome_range) continue;
      fmt::format_to(out_, "    {}\n", governed(item, i));
      return;
    }
  }

 private:
  static std::string_view link_of(const Clause& clause) {
    switch (clause.link) {
      case ClauseLink::start:
        return "";
      case ClauseLink::coordinate:
        return ", coordinate";
      case ClauseLink::consequence:
        return ", a consequence";
      case ClauseLink::sequel:
        return ", a sequel";
      case ClauseLink::relative:
        return ", relative";
      case ClauseLink::subordinate:
        return ", subordinate";
      case ClauseLink::contrast:
        return ", a contrast";
    }
    return "";
  }

  static std::string origin_of(const ClauseFacts& facts) {
    if (facts.subject.empty()) return facts.anaphor ? " (a pronoun, and nothing is in focus)" : "";
    if (facts.from_context) return " (from the text before)";
    return facts.inherited ? " (from another clause)" : "";
  }

  // What acts on the outcome within its clause.
  std::string governed(const Item& item, std::size_t index) const {
    const auto facts =
        std::ranges::find_if(clauses_, [&](const ClauseFacts& each) { return in_clause(item, each.clause); });
    if (facts == clauses_.end()) return "in no clause";
    const Governance governance = govern(text_, annotation_, facts->clause, index, grammar_);
    std::string line;
    const auto add = [&](bool holds, std::string_view what) {
      if (holds) line += (line.empty() ? "" : ", ") + std::string(what);
    };
    add(!governance.cue.empty(), fmt::format("by \"{}\"", governance.cue.of(text_)));
    add(governance.effect != Effect::none, fmt::format("effect {}", to_string(governance.effect)));
    add(governance.verb, "a verb or nominal relation governs it");
    add(governance.bound, "bound in its own words");
    add(governance.adjective, "an adjective qualifies it");
    add(governance.risk, "the risk of it");
    add(governance.association, "a mere association");
    add(governance.intransitive, "it changes itself");
    return line.empty() ? "nothing in its clause acts on it" : line;
  }

  std::string_view text_;
  const Annotation& annotation_;
  const Grammar& grammar_;
  std::back_insert_iterator<std::string> out_;
  std::vector<SubstanceGroup> groups_;
  std::vector<ClauseFacts> clauses_;
};

void print_quantities(const std::vector<Quantity>& quantities, std::string_view text, std::string& out) {
  for (const Quantity& each : quantities) {
    if (each.kind == QuantityKind::population && each.low == kYoungest && each.high == kOldest) {
      fmt::format_to(std::back_inserter(out), "    population {} \"{}\"\n", each.unit, each.range.of(text));
      continue;
    }
    const bool range = each.low != each.high;
    fmt::format_to(std::back_inserter(out), "    {} {}{} {} \"{}\"\n", to_string(each.kind), each.low,
                   range ? fmt::format("..{}", each.high) : "", each.unit, each.range.of(text));
  }
}

void print_frames(const std::vector<Frame>& frames, const std::vector<PlacedQuantity>& placed, std::string_view text,
                  std::string& out) {
  out += "frames\n";
  for (const Frame& frame : frames) {
    for (const Concept* substance : frame.subject.substances) {
      fmt::format_to(std::back_inserter(out), "  {} {} {} ({}, {}, {}, confidence {:.2f}{}{})\n", substance->id,
                     to_string(frame.relation), frame.outcome->id, to_string(frame.subject.exposure),
                     to_string(frame.certainty), to_string(frame.polarity), frame.confidence,
                     frame.inherited ? ", substance inherited" : "",
                     frame.cue_range.empty() ? "" : fmt::format(", by \"{}\"", frame.cue_range.of(text)));
      print_quantities(quantities_of(placed, frame, *substance), text, out);
    }
  }
  if (frames.empty()) out += "  none\n";
}

// Why the sentence as a whole claims nothing, whatever its frames.
void print_sentence_verdict(const ExplainRequest& request, const Annotation& annotation, const Grammar& grammar,
                            std::string& out) {
  if (annotation.question) out += "a question makes no claim\n";
  if (begins_as_instruction(request.sentence, annotation, grammar))
    out += "it tells the reader to do something: no claim\n";
  if (request.sentence.size() > kMostSentenceBytes) out += "too long for a sentence that someone wrote: no claim\n";
}

}  // namespace

std::string explain(const ExplainRequest& request, const Vocabulary& vocabulary) {
  std::string out;
  print_words(request, out);
  Annotator annotator(vocabulary, request.language);
  Annotation annotation;
  const ByteRange all{0, static_cast<std::uint32_t>(request.sentence.size())};
  annotator.annotate(request.sentence, all, annotation);
  const Grammar& grammar = annotator.grammar();
  Subject focus;
  Context context;
  context.fragment = request.fragment;
  if (const Concept* topic = vocabulary.find(ConceptScheme::substance, request.topic)) {
    context.topic = topic;
    focus.substances = {topic};
    context.focus = &focus;
  }
  std::vector<Trace> trace;
  const SentenceFrames read = read_frames(request.sentence, annotation, grammar, context, &trace);
  print_items(request, annotation, out);
  if (!annotation.units.empty()) {
    Steps steps(request, annotation, grammar, context, out);
    steps.print_substances();
    steps.print_clauses();
    out += "outcomes\n";
    for (const Trace& each : trace) steps.print_outcome(each);
  }
  if (trace.empty()) out += "  none: no frame is made, for there is no word of an outcome in the vocabulary\n";
  const std::vector<PlacedQuantity> placed =
      place_quantities(request.sentence, all, annotation, request.language, read);
  print_frames(read.frames, placed, request.sentence, out);
  print_sentence_verdict(request, annotation, grammar, out);
  return out;
}

}  // namespace claimbase
