#include <algorithm>
#include <ostream>
#include <string>

#include "query/place.h"
#include "query/run_diff.h"
#include "schema/position.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestEntry = 110;

// "magnesium lowers blood-pressure" of its id.
std::string claim_words(const MentionImage& mention) {
  const std::size_t first = mention.claim.find(':');
  const std::size_t second = mention.claim.find(':', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos) return mention.claim;
  return claim_line({mention.claim, mention.claim.substr(0, first), mention.claim.substr(first + 1, second - first - 1),
                     mention.claim.substr(second + 1), mention.exposure, mention.polarity, mention.certainty});
}

std::string claim_words(const std::string& id) {
  MentionImage mention;
  mention.claim = id;
  mention.polarity = "affirmed";
  mention.certainty = "asserted";
  mention.exposure = "intake";
  return claim_words(mention);
}

// "Prasad A. S. 2008 [2]"
std::string source_words(const EvidenceImage& evidence) {
  std::string words = evidence.authors.empty() ? "" : shortened(evidence.authors, 50);
  if (words.empty()) words = shortened(evidence.title.empty() ? evidence.printed : evidence.title, 60);
  if (!evidence.authors.empty() && !evidence.year.empty()) words += " " + evidence.year;
  if (words.empty())
    words = evidence.kind == "attribution" ? "words that name no source" : "a marker that leads to no entry";
  if (!evidence.marker.empty()) words += " [" + one_line(evidence.marker) + "]";
  if (evidence.notice == "retraction") words += " RETRACTED";
  return words;
}

std::string what_changed(const MentionDiff& mention) {
  const MentionImage& before = *mention.before;
  const MentionImage& after = *mention.after;
  std::string parts;
  const auto add = [&parts](bool differs, std::string_view name) {
    if (differs) parts += (parts.empty() ? "" : ", ") + std::string(name);
  };
  add(before.sentence != after.sentence, "words");
  add(before.polarity != after.polarity, "polarity " + before.polarity + " -> " + after.polarity);
  add(before.certainty != after.certainty, "certainty " + before.certainty + " -> " + after.certainty);
  add(before.exposure != after.exposure, "exposure " + before.exposure + " -> " + after.exposure);
  add(before.quantities != after.quantities, "quantities");
  add(mention.lost_ground(), "less evidence");
  add(!mention.lost_ground() && !rests_on_same(before, after), "evidence");
  return parts;
}

class Printer {
 public:
  Printer(std::ostream& out, const Paint& paint) : out_(out), paint_(paint) {}

  void print(const ArticleDiff& article) {
    out_ << '\n' << paint_.strong(one_line(article.article)) << "  " << one_line(article.title);
    const std::string_view change = change_of(article);
    if (change == "renamed") out_ << paint_.quiet("  (was " + one_line(article.previous) + ")");
    if (change == "added" || change == "removed") out_ << paint_.quiet("  (" + std::string(change) + ")");
    out_ << '\n';
    for (const MentionDiff& each : article.mentions) print(each, article);
    for (const EntryImage& each : article.lost_entries) print_entry("-", each);
    for (const EntryImage& each : article.gained_entries) print_entry("+", each);
  }

 private:
  void print(const MentionDiff& mention, const ArticleDiff& article) {
    const MentionImage& shown = mention.after ? *mention.after : *mention.before;
    const std::string_view word = !mention.after ? "lost   " : !mention.before ? "new    " : "changed";
    out_ << "  " << (mention.after && !mention.lost_ground() ? std::string(word) : paint_.warning(word)) << "  "
         << claim_words(shown) << ", " << place(article, mention);
    if (mention.before && mention.after) out_ << ": " << what_changed(mention);
    out_ << '\n';
    const bool is_reworded = mention.before && mention.after && mention.before->sentence != mention.after->sentence;
    if (mention.before && (!mention.after || is_reworded)) print_line("- ", mention.before->sentence);
    if (mention.after && (!mention.before || is_reworded)) print_line("+ ", mention.after->sentence);
    if (mention.before && mention.after && !is_reworded) print_line("  ", mention.after->sentence);
    if (!mention.after) {
      for (const EvidenceImage& each : mention.before->evidence) print_source("- ", each);
    } else if (!mention.before) {
      for (const EvidenceImage& each : mention.after->evidence) print_source("+ ", each);
    } else {
      for (const EvidenceImage& each : mention.lost_evidence) print_source("- ", each);
      for (const EvidenceImage& each : mention.gained_evidence) print_source("+ ", each);
    }
  }

  static std::string place(const ArticleDiff& article, const MentionDiff& mention) {
    const MentionImage& shown = mention.after ? *mention.after : *mention.before;
    std::string words = std::string(position_unit(article.format)) + " " + std::to_string(shown.line);
    const bool moved = mention.before && mention.after && mention.before->line != mention.after->line;
    if (!mention.after || moved)
      words += mention.after ? " (was " + std::to_string(mention.before->line) + ")" : " before";
    return words;
  }

  void print_line(std::string_view sign, const std::string& text) {
    out_ << "           " << sign << one_line(text) << '\n';
  }

  void print_source(std::string_view sign, const EvidenceImage& evidence) {
    out_ << "           " << sign << paint_.quiet(evidence.link + ": " + source_words(evidence)) << '\n';
  }

  void print_entry(std::string_view sign, const EntryImage& entry) {
    out_ << "  " << (sign == "-" ? paint_.warning("list") : std::string("list")) << "     " << sign << ' ';
    if (entry.number > 0) out_ << entry.number << ". ";
    out_ << shortened(entry.raw, kLongestEntry) << paint_.quiet(" [" + one_line(entry.reference) + "]") << '\n';
  }

  std::ostream& out_;
  const Paint& paint_;
};

void print_works(std::ostream& out, const Paint& paint, const RunDiff& diff) {
  for (const WorkDiff& each : diff.works) {
    std::string what = each.change == "gone" ? "gone from the libraries" : notice_line(each.notice, each.notice_date);
    if (what.empty()) what = "no notice stands any more";
    out << "  " << (each.change == "gone" || each.notice == "retraction" ? paint.error(what) : what) << "  "
        << shortened(each.label, kLongestEntry) << paint.quiet(" [" + one_line(each.reference) + "]") << ", under "
        << counted(each.mentions, "mention") << '\n';
  }
}

void print_claims(std::ostream& out, const Paint& paint, const RunDiff& diff) {
  for (const ClaimDiff& each : diff.claims) {
    out << "  ";
    if (each.lost_last_evidence()) {
      out << paint.error("lost its last evidence") << "  " << claim_words(each.claim) << ", still made "
          << (each.mentions_after == 1 ? "once" : std::to_string(each.mentions_after) + " times") << '\n';
    } else {
      out << (each.mentions_after > 0 ? "made for the first time" : "made no more") << "  " << claim_words(each.claim)
          << '\n';
    }
  }
}

std::string totals(const RunDiff& diff) {
  std::int64_t lost = 0;
  std::int64_t gained = 0;
  std::int64_t changed = 0;
  for (const ArticleDiff& article : diff.articles) {
    for (const MentionDiff& each : article.mentions) ++(!each.after ? lost : !each.before ? gained : changed);
  }
  const auto bare = std::ranges::count_if(diff.claims, &ClaimDiff::lost_last_evidence);
  return counted(lost, "mention") + " lost, " + std::to_string(gained) + " new, " + std::to_string(changed) +
         " changed; " + counted(bare, "claim") + " lost the last evidence";
}

}  // namespace

void print_diff(std::ostream& out, const Paint& paint, const RunDiff& diff) {
  for (const RecordedRun& run : diff.runs) {
    out << paint.quiet("run " + std::to_string(run.number) + ", " + time_text(run.began) + " UTC, " +
                       one_line(run.command) + ": " + work_line(run))
        << '\n';
    if (!run.complete)
      out << paint.quiet("  of this run only the counts are on record, or not all that it changed") << '\n';
    if (!run.ended) out << paint.quiet("  it did not come to its end") << '\n';
  }
  Printer printer(out, paint);
  for (const ArticleDiff& each : diff.articles) printer.print(each);
  for (const std::string& each : diff.libraries) out << "\nlibrary " << one_line(each) << '\n';
  if (!diff.works.empty()) out << '\n' << paint.strong("cited works") << '\n';
  print_works(out, paint, diff);
  if (!diff.claims.empty()) out << '\n' << paint.strong("claims") << '\n';
  print_claims(out, paint, diff);
  out << '\n' << totals(diff) << '\n';
}

}  // namespace claimbase
