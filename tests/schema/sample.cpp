#include "tests/schema/sample.h"

#include <stdlib.h>

#include <fstream>

namespace claimbase {
namespace {

ConceptRecord entry(const std::string& id, const std::string& scheme, const std::string& label) {
  ConceptRecord made;
  made.id = id;
  made.scheme = scheme;
  made.valence = "neutral";
  made.kind = "none";
  made.labels = {{label, "nl", "preferred", false}};
  return made;
}

}  // namespace

StoreTest::StoreTest() {
  std::string name = (std::filesystem::temp_directory_path() / "claimbase-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  folder_ = name;
}

StoreTest::~StoreTest() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Store StoreTest::new_store(const std::string& name, StoreMode mode) const {
  Store store = Store::open(file(name), mode);
  store.put_vocabulary(sample_vocabulary());
  return store;
}

std::vector<ConceptRecord> sample_vocabulary() {
  std::vector<ConceptRecord> concepts = {
      entry("magnesium", "substance", "magnesium"), entry("magnesium-citrate", "substance", "magnesiumcitraat"),
      entry("vitamin-d", "substance", "vitamine D"), entry("blood-pressure", "outcome", "bloeddruk"),
      entry("migraine", "outcome", "migraine")};
  concepts[1].broader = {"magnesium"};
  concepts[0].exact_match = {"http://id.nlm.nih.gov/mesh/D008274"};
  return concepts;
}

ReferenceRecord sample_reference(const std::string& id, const std::string& title, int year) {
  ReferenceRecord work;
  work.id = id;
  work.type = "article-journal";
  work.authors = {{"Jansen", "P. J.", ""}, {"", "", "EFSA Panel"}};
  work.year = year;
  work.title = title;
  work.container_title = "Journal of Examples";
  work.raw = "Jansen PJ. " + title + ". Journal of Examples " + std::to_string(year);
  work.study_design = "meta-analysis";
  work.level = 1;
  if (id.starts_with("doi:")) work.doi = id.substr(4);
  return work;
}

ArticleBuilder::ArticleBuilder(const std::string& path, const std::string& language) {
  article_.path = path;
  article_.title = "Over " + path;
  article_.language = language;
  article_.encoding = "UTF-8";
  article_.format = "text";
  article_.content_hash = "00ff";
  article_.size = 100;
  article_.modified = 12345;
  article_.versions = {1, 1, 0xfedcba9876543210U, 7};
}

ArticleBuilder& ArticleBuilder::sentence(const std::string& text, const std::string& heading) {
  const ByteRange range{at_, at_ + static_cast<std::uint32_t>(text.size())};
  at_ = range.end + 1;
  const auto line = static_cast<std::uint32_t>(article_.blocks.size() + 1);
  BlockRecord block;
  block.kind = "paragraph";
  block.role = "content";
  block.range = range;
  block.line = line;
  block.heading_path = heading;
  article_.sentences.push_back(
      {static_cast<std::uint32_t>(article_.blocks.size()), range, line, article_.language, text, {}});
  article_.blocks.push_back(block);
  return *this;
}

ArticleBuilder& ArticleBuilder::mention(const std::string& substance, const std::string& relation,
                                        const std::string& outcome) {
  MentionRecord made;
  made.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
  made.substance = substance;
  made.relation = relation;
  made.outcome = outcome;
  made.exposure = "intake";
  made.polarity = "affirmed";
  made.certainty = "hedged";
  made.confidence = 0.75;
  made.quantities = {{"dose", {0, 6}, 300, 400, "mg/d", "300-400 mg"}};
  article_.mentions.push_back(made);
  return *this;
}

ArticleBuilder& ArticleBuilder::reference(const ReferenceRecord& work) {
  const auto number = static_cast<int>(article_.references.size() + 1);
  article_.references.push_back({number, {at_, at_ + 10}, 40, work});
  return *this;
}

ArticleBuilder& ArticleBuilder::cite(int number) {
  CitationRecord made;
  made.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
  made.kind = "marker";
  made.range = article_.sentences.back().range;
  made.marker = std::to_string(number);
  made.entry = number - 1;
  article_.citations.push_back(made);
  if (article_.mentions.empty()) return *this;
  EvidenceRecord evidence;
  evidence.mention = static_cast<std::uint32_t>(article_.mentions.size() - 1);
  evidence.citation = static_cast<int>(article_.citations.size() - 1);
  article_.evidence.push_back(evidence);
  return *this;
}

ArticleRecord sample_article(const std::string& path) {
  ArticleRecord article = ArticleBuilder(path)
                              .sentence("Dit stuk gaat over een mineraal.", "Magnesium")
                              .sentence("Magnesium kan de bloeddruk verlagen.1", "Magnesium > Bloeddruk")
                              .mention("magnesium", "lowers", "blood-pressure")
                              .reference(sample_reference("doi:10.1/a", "Magnesium and blood pressure", 2016))
                              .cite(1)
                              .get();
  article.diagnostics.push_back({"warning", "citation.unresolved", {3, 5}, 2, "no entry 9"});
  return article;
}

std::string dump(Store& store) {
  std::ostringstream out;
  store.canonical_dump(out);
  return out.str();
}

std::vector<std::string> articles_found(Database& db, const std::string& table, const std::string& match) {
  Statement rows(db, "SELECT DISTINCT a.path FROM " + table + " AS f JOIN sentence AS s ON s.key = f.rowid" +
                         " JOIN article AS a ON a.key = s.article WHERE " + table + " MATCH ?1 ORDER BY a.path");
  rows.bind(1, match);
  std::vector<std::string> paths;
  while (rows.step()) paths.emplace_back(rows.text(0));
  return paths;
}

void damage(const std::filesystem::path& file) {
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekp(100);
  bytes << std::string(3996, '\x5a');
}

void write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace claimbase
