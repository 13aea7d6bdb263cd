#include "tests/query/sample_store.h"

#include <unistd.h>

#include <stdexcept>

#include "schema/store.h"

namespace claimbase {
namespace {

LabelRecord label(const std::string& language, const std::string& text, const std::string& kind = "preferred") {
  return {text, language, kind, false};
}

class Builder {
 public:
  Builder(const std::string& path, const std::string& title, const std::string& language) {
    article_.path = path;
    article_.title = title;
    article_.language = language;
    article_.encoding = "utf-8";
    article_.format = "text";
    article_.content_hash = "00";
  }
  Builder& about(const std::string& date, const std::string& publisher) {
    article_.date = date;
    article_.publisher = publisher;
    return *this;
  }
  Builder& block(const std::string& kind, const std::string& role, const std::string& heading) {
    BlockRecord made;
    made.kind = kind;
    made.role = role;
    made.line = ++line_;
    made.range = {at_, at_};
    made.heading_path = heading;
    article_.blocks.push_back(made);
    return *this;
  }
  Builder& sentence(const std::string& text) {
    SentenceRecord made;
    made.block = static_cast<std::uint32_t>(article_.blocks.size() - 1);
    made.range = {at_, at_ + static_cast<std::uint32_t>(text.size())};
    made.line = line_;
    made.language = article_.language;
    made.text = text;
    article_.sentences.push_back(made);
    at_ = made.range.end + 1;
    article_.blocks.back().range.end = made.range.end;
    return *this;
  }
  Builder& mention(const std::string& substance, const std::string& relation, const std::string& outcome,
                   const std::string& certainty = "asserted", const std::string& polarity = "affirmed") {
    MentionRecord made;
    made.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
    made.substance = substance;
    made.relation = relation;
    made.outcome = outcome;
    made.exposure = "intake";
    made.polarity = polarity;
    made.certainty = certainty;
    article_.mentions.push_back(made);
    return *this;
  }
  Builder& quantity(const QuantityRecord& quantity) {
    article_.mentions.back().quantities.push_back(quantity);
    return *this;
  }
  Builder& entry(int number, const ReferenceRecord& work) {
    ReferenceEntryRecord made;
    made.number = number;
    made.line = ++line_;
    made.range = {at_, at_ + 10};
    made.work = work;
    article_.references.push_back(made);
    at_ += 11;
    return *this;
  }
  /// Links the last mention to entry `index`, by a marker that is the last character of its sentence.
  Builder& cite(const std::string& marker, int index) {
    CitationRecord made;
    made.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
    made.kind = "marker";
    made.range = {article_.sentences.back().range.end - 1, article_.sentences.back().range.end};
    made.line = line_;
    made.marker = marker;
    made.entry = index;
    link(made, LinkKind::marker);
    return *this;
  }
  Builder& attribute(std::uint32_t begin, std::uint32_t size, const std::string& journal, int year) {
    CitationRecord made;
    made.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
    made.kind = "attribution";
    made.range = {article_.sentences.back().range.begin + begin, article_.sentences.back().range.begin + begin + size};
    made.line = line_;
    made.journal = journal;
    made.year = year;
    made.study_design = "meta-analysis";
    made.level = 1;
    made.specific = true;
    link(made, LinkKind::attribution);
    return *this;
  }
  [[nodiscard]] const ArticleRecord& get() const { return article_; }

 private:
  void link(const CitationRecord& citation, LinkKind kind) {
    article_.citations.push_back(citation);
    article_.evidence.push_back({static_cast<std::uint32_t>(article_.mentions.size() - 1),
                                 static_cast<int>(article_.citations.size() - 1), -1, kind, link_weight(kind)});
  }
  ArticleRecord article_;
  std::uint32_t line_ = 0;
  std::uint32_t at_ = 0;
};

ReferenceRecord review() {
  ReferenceRecord work;
  work.id = "doi:10.1000/mg.1";
  work.type = "article-journal";
  work.authors = {{"Vermeer", "A. B.", ""}, {"Öz", "K.", ""}};
  work.year = 2021;
  work.title = "Oral magnesium & blood pressure: a systematic review";
  work.container_title = "Journal of Minerals";
  work.volume = "13";
  work.issue = "1";
  work.page = "195-204";
  work.doi = "10.1000/mg.1";
  work.raw = "Vermeer AB, Öz K. Oral magnesium & blood pressure: a systematic review. 2021.";
  work.study_design = "systematic-review";
  work.level = 1;
  return work;
}

ReferenceRecord report() {
  ReferenceRecord work;
  work.id = "ref:0000000000000007";
  work.type = "report";
  work.authors = {{"", "", "Sleep Board, Ltd"}};
  work.year = 2019;
  work.title = "Yearly \"sleep\" report";
  work.publisher = "Sleep Board";
  work.url = "https://example.org/a_b?c=1";
  work.accessed = "2024-03-05";
  work.raw = "Sleep Board, Ltd. Yearly \"sleep\" report. 2019.";
  work.study_design = "unknown";
  return work;
}

}  // namespace

std::vector<ConceptRecord> sample_concepts() {
  return {
      {"magnesium", "substance", "neutral", "none", {}, {}, {label("nl", "magnesium"), label("en", "magnesium")}},
      {"magnesium-citrate",
       "substance",
       "neutral",
       "none",
       {"magnesium"},
       {},
       {label("nl", "magnesiumcitraat"), label("en", "magnesium citrate")}},
      {"garlic", "substance", "neutral", "none", {}, {}, {label("nl", "knoflook"), label("en", "garlic")}},
      {"melatonin", "substance", "neutral", "none", {}, {}, {label("nl", "melatonine"), label("en", "melatonin")}},
      {"melatonin", "outcome", "neutral", "laboratory", {}, {}, {label("nl", "melatonine"), label("en", "melatonin")}},
      {"blood-pressure",
       "outcome",
       "neutral",
       "function",
       {},
       {},
       {label("nl", "bloeddruk"), label("en", "blood pressure"),
        label("en", "systolic blood pressure", "alternative")}},
      {"hypertension",
       "outcome",
       "bad",
       "disease",
       {"blood-pressure"},
       {},
       {label("nl", "hypertensie"), label("nl", "hoge bloeddruk", "alternative"), label("en", "hypertension")}},
      {"migraine", "outcome", "bad", "disease", {}, {}, {label("nl", "migraine"), label("en", "migraine")}},
      {"sleep", "outcome", "good", "function", {}, {}, {label("nl", "slaap"), label("en", "sleep")}},
  };
}

std::vector<ArticleRecord> sample_articles() {
  Builder dutch("nl/magnesium.txt", "Magnesium en uw bloeddruk", "nl");
  dutch.about("2025-03-14", "De Kliniek");
  dutch.block("heading", "content", "").sentence("Magnesium voor hart en vaten");
  dutch.block("paragraph", "content", "Magnesium voor hart en vaten")
      .sentence("Elke dag 300 mg magnesium gaf een lichte bloeddrukverlaging.1")
      .mention("magnesium", "lowers", "blood-pressure")
      .quantity({"dose", {9, 15}, 300, 300, "mg", "300 mg"})
      .cite("1", 0)
      .sentence("Mogelijk voorkomt het ook hypertensie.")
      .mention("magnesium", "prevents", "hypertension", "hedged");
  dutch.block("paragraph", "content", "Magnesium voor hart en vaten")
      .sentence("Een meta-analyse uit 2016 in Hypertension zag een daling.")
      .mention("magnesium", "lowers", "blood-pressure")
      .attribute(4, 37, "Hypertension", 2016)
      .sentence("Tegen migraine hielp magnesiumcitraat niet.")
      .mention("magnesium-citrate", "treats", "migraine", "asserted", "negated")
      .quantity({"population", {0, 14}, 50, 130, "{condition:migraine}", "Tegen migraine"});
  dutch.block("paragraph", "navigation", "").sentence("Magnesium, \"extra\" sterk\x1b[31m: bestel nu");
  dutch.entry(1, review()).entry(2, report());
  Builder english("en/garlic.txt", "Garlic at the table", "en");
  english.block("paragraph", "content", "")
      .sentence("Garlic lowers blood pressure, and so does magnesium.4")
      .mention("garlic", "lowers", "blood-pressure")
      .cite("4", 0)
      .mention("magnesium", "lowers", "blood-pressure");
  english.entry(4, review());
  return {dutch.get(), english.get()};
}

SampleStore::SampleStore() {
  std::string pattern = (std::filesystem::temp_directory_path() / "claimbase-query-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("make a folder for the test");
  folder_ = pattern;
  Store store = Store::open(file(), StoreMode::read_write);
  store.put_vocabulary(sample_concepts());
  for (const ArticleRecord& article : sample_articles()) store.replace_article(article);
}

SampleStore::~SampleStore() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace claimbase
