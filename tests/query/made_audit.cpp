#include "tests/query/made_audit.h"

#include <algorithm>
#include <stdexcept>

#include "analysis/document/reader.h"
#include "query/audit/mutes.h"
#include "query/audit/source_lines.h"
#include "query/audit/source_text.h"

namespace claimbase {
namespace {

std::uint32_t size_of(std::string_view text) {
  return static_cast<std::uint32_t>(text.size());
}

CopySpan place(const AuditedFile& file, ByteRange range) {
  const std::string source = source_text(file);
  CopySpan span;
  if (has_lines(file)) {
    span = SourceLines(source).span(file.document.source_of(range));
  } else {
    span.line = span.end_line = file.document.line_of(range.begin);
  }
  span.text = range;
  return span;
}

AuditedSentence& sentence_of(AuditedFile& file, std::string_view words) {
  const auto at = size_of(file.document.text.substr(0, file.document.text.find(words)));
  const auto holds = [&](const AuditedSentence& each) { return each.span.text.contains({at, at + 1}); };
  const auto found = std::ranges::find_if(file.sentences, holds);
  if (found == file.sentences.end()) throw std::logic_error("no sentence has " + std::string(words));
  return *found;
}

ReferenceSummary trial() {
  ReferenceSummary made;
  made.id = "doi:10.1000/trial";
  made.number = 3;
  made.first_author = "Vermeer";
  made.authors = "Vermeer J.; <i>Kaya</i> S.";
  made.year = 2019;
  made.title = "Magnesium & migraine: <script>alert(1)</script>";
  made.container_title = "Journal of Invented Trials";
  made.study_design = "randomised-controlled-trial";
  made.level = 2;
  return made;
}

AuditedClaim claim(const AuditedFile& file, std::string_view words, SourceVerdict verdict) {
  AuditedClaim made;
  made.claim = {"magnesium:lowers:migraine", "magnesium", "lowers", "migraine", "intake", "affirmed", "plain"};
  made.span = span_of(file, words);
  made.quantities = {"300 mg"};
  made.sources.verdict = verdict;
  made.sources.mentions = 2;
  return made;
}

EvidenceItem evidence() {
  EvidenceItem item;
  item.article = "articles/magnesium.txt";
  item.format = "text";
  item.line = 14;
  item.sentence = "Magnesium mogelijk minder aanvallen\x1b[31m.";
  item.claim = "magnesium lowers migraine (hedged)";
  item.stance = "for";
  item.reference = trial();
  item.link = "marker";
  item.weight = 0.8;
  return item;
}

RegisterMatch match() {
  RegisterMatch made;
  made.entry = "13-magnesium-fatigue";
  made.legal_basis = "13(1)";
  made.status = "authorised";
  made.regulation = "(EU) No 432/2012";
  made.official = "Magnesium draagt bij tot de vermindering van vermoeidheid en moeheid";
  made.language = "nl";
  made.wording = WordingDistance::stronger;
  using Side = DiffWord::Side;
  made.diff = {{Side::both, "Magnesium"},      {Side::official, "draagt bij tot de vermindering van"},
               {Side::copy, "verjaagt"},       {Side::both, "vermoeidheid"},
               {Side::official, "en moeheid"}, {Side::copy, "voorgoed <b>"}};
  made.conditions = {{"at least 56.25 mg of magnesium in a daily portion", ConditionState::met, "300 mg"},
                     {"the product is a source of magnesium", ConditionState::unknown, ""},
                     {"no more than 250 mg in a supplement", ConditionState::not_met, "300 mg"}};
  return made;
}

constexpr const char* kPage =
    "<!doctype html>\n<html lang=\"nl\"><head><title>Magnesium kopen</title></head><body>\n"
    "<h1>Magnesium kopen</h1>\n"
    "<p>Ons magnesium (300 mg) geneest migraine binnen een week, zeggen wij u.</p>\n"
    "<!-- claimbase: ignore law.wording-stronger the lawyer has seen it -->\n"
    "<p>Magnesium verjaagt vermoeidheid voorgoed &lt;b&gt; en snel \xF0\x9F\x92\x8A bij \"iedereen\".</p>\n"
    "<h2>Waarom wij</h2>\n<ul><li>Goed voor je gezondheid en \xD7\x9E\xD7\x92\xD7\xA0\xD7\x96\xD7\x99\xD7\x95\xD7\x9D "
    "in elke capsule.</li>\n<li>Detox &lt;script&gt;alert('x')&lt;/script&gt; voor het hele lichaam.</li></ul>\n"
    "</body></html>\n";

AuditedFile sample_page() {
  AuditedFile file = made_file("copy/magnesium kopen.html", kPage);
  AuditedSentence& cure = sentence_of(file, "geneest");
  cure.law.law = LawClass::medicinal;
  cure.law.signals = {{"medicinal-verb", span_of(file, "geneest").text, "geneest"}};
  cure.law.nutrients = {"magnesium"};
  cure.claims.push_back(claim(file, "geneest migraine", SourceVerdict::overstated));
  cure.claims.back().sources.reasons = {"evidence.overstated.hedge-dropped"};
  cure.claims.back().sources.details = {"the source says \"mogelijk\" & no more"};
  cure.claims.back().sources.evidence = {evidence()};
  AuditedSentence& tired = sentence_of(file, "verjaagt");
  tired.law.law = LawClass::function;
  tired.law.matches = {match()};
  tired.law.matches.front().range = span_of(file, "Magnesium verjaagt vermoeidheid voorgoed").text;
  tired.law.alternative = tired.law.matches.front().official;
  tired.law.alternative_entry = "13-magnesium-fatigue";
  tired.claims.push_back(claim(file, "verjaagt vermoeidheid", SourceVerdict::no_evidence));
  sentence_of(file, "Goed voor").law.law = LawClass::general;
  return file;
}

AuditedFile sample_leaflet() {
  AuditedFile file = made_file("copy/leaflet.txt",
                               "Zinc leaflet\n\nZinc contributes to the normal function of the immune system.\n\n"
                               "Zinc\x1b[2J tablets \xE2\x80\xAE"
                               "evil\xE2\x80\xAC are \xF0\x9F\x92\x8A\xF0\x9F\x92\x8A "
                               "recommended by doctors, and \xE6\xB0\xB4 water helps.\n");
  sentence_of(file, "contributes").law.law = LawClass::function;
  sentence_of(file, "recommended").law.law = LawClass::endorsement;
  return file;
}

AuditedFile sample_pdf() {
  AuditedFile file;
  file.path = "copy/folder.pdf";
  file.source = "%PDF-1.7";
  file.document.format = "pdf";
  file.document.language = "en";
  file.document.text = "First page.\nIron & you: never tired again.";
  file.document.line_starts = {0, 12};
  file.document.blocks.resize(2);
  file.document.blocks[0].range = {0, 11};
  file.document.blocks[1].range = {12, size_of(file.document.text)};
  for (std::uint32_t block = 0; block < 2; ++block) {
    AuditedSentence sentence;
    sentence.block = block;
    sentence.span = place(file, file.document.blocks[block].range);
    sentence.text = file.document.blocks[block].range.of(file.document.text);
    sentence.language = "en";
    file.sentences.push_back(std::move(sentence));
  }
  return file;
}

}  // namespace

AuditedFile made_file(const std::string& path, const std::string& source) {
  AuditedFile file;
  file.path = path;
  file.source = source;
  ReadOptions options;
  options.path = path;
  file.document = read_document(source, options);
  for (std::uint32_t block = 0; block < file.document.blocks.size(); ++block) {
    AuditedSentence sentence;
    sentence.block = block;
    sentence.language = file.document.blocks[block].language;
    sentence.span = place(file, file.document.blocks[block].range);
    sentence.text = file.document.blocks[block].range.of(file.document.text);
    file.sentences.push_back(std::move(sentence));
  }
  return file;
}

CopySpan span_of(const AuditedFile& file, std::string_view words) {
  const std::size_t at = file.document.text.find(words);
  if (at == std::string::npos) throw std::logic_error("the text has no " + std::string(words));
  const auto begin = static_cast<std::uint32_t>(at);
  return place(file, {begin, begin + size_of(words)});
}

Finding made_finding(const AuditedFile& file, const std::string& rule, std::string_view words,
                     const std::string& message) {
  Finding made;
  made.rule = rule;
  made.path = file.path;
  made.format = file.document.format;
  made.span = span_of(file, words);
  for (const AuditedSentence& sentence : file.sentences) {
    if (sentence.span.text.contains(made.span.text)) made.sentence = sentence.text;
  }
  made.message = message;
  return made;
}

AuditReport made_report(std::vector<AuditedFile> files, std::vector<Finding> findings) {
  AuditReport report;
  report.basis = {"claimbase.db", 8, 61, "built in", "2025-08-20", 269};
  report.files = std::move(files);
  report.findings = std::move(findings);
  sort_findings(report);
  return report;
}

AuditReport sample_audit() {
  AuditedFile page = sample_page();
  AuditedFile leaflet = sample_leaflet();
  AuditedFile pdf = sample_pdf();
  std::vector<Finding> findings{
      made_finding(page, "law.medicinal-claim", "geneest migraine", "says that magnesium cures migraine"),
      made_finding(page, "evidence.overstated.hedge-dropped", "geneest migraine", "the source says \"possibly\""),
      made_finding(page, "law.wording-stronger", "Magnesium verjaagt vermoeidheid voorgoed",
                   "stronger than the register's wording"),
      made_finding(page, "evidence.none", "verjaagt vermoeidheid", "nothing in the index says this"),
      made_finding(page, "law.general-claim-alone", "Goed voor je gezondheid", "no specific claim beside it"),
      made_finding(page, "law.unlisted-word", "Detox <script>", "\"Detox <script>\" promises an effect"),
      made_finding(leaflet, "law.article-12c-endorsement", "recommended by doctors", "doctors recommend it"),
      made_finding(pdf, "law.not-authorised", "never tired", "no entry has this"),
      made_finding(page, "site.dose-differs", "300 mg", "300 mg here, 100 mg in the leaflet")};
  findings[1].related = {{"articles/magnesium.txt", "text", 14, "Vermeer 2019: mogelijk\x1b[0m minder"}};
  findings[1].why = "Vermeer 2019, randomised-controlled-trial, level 2";
  findings[2].suggestion = "Magnesium draagt bij tot de vermindering van vermoeidheid en moeheid";
  findings[8].related = {{"copy/leaflet.txt", "text", 3, "the other dose"}};
  return made_report({std::move(page), std::move(leaflet), std::move(pdf)}, std::move(findings));
}

}  // namespace claimbase
