// Libraries and notices by the command line, from file to answer.
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::HasSubstr;
using testing::Not;

class IndexLibrary : public IndexerTest {
 protected:
  IndexLibrary() {
    write_corpus();
    folder.write("refs/zinc.ris",
                 "TY  - JOUR\nAU  - Prasad, A. S.\nTI  - Zinc in human health: effect of zinc on immune cells\n"
                 "JF  - Molecular Medicine\nPY  - 2008\nVL  - 14\nIS  - 5-6\nSP  - 353\nEP  - 357\n"
                 "DO  - 10.1000/mm.353\nAB  - Zinc is essential.\nM3  - Review\nER  - \n");
    folder.write("refs/note.pdf", "not a library");
    folder.write("rw.csv",
                 "Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
                 "1,Zinc in human health: effect of zinc on immune cells,1/15/2020 0:00,10.1000/mm.353,0,Retraction,"
                 "+Error;\n");
  }
  [[nodiscard]] std::string refs() const { return (folder / "refs").string(); }
  [[nodiscard]] std::string notices() const { return (folder / "rw.csv").string(); }

  /// What the program `claimbase` prints. No argument holds a quote.
  [[nodiscard]] std::string ask(const std::vector<std::string>& args) const {
    std::string command = "'" CLAIMBASE_PROGRAM "' --database '" + database() + "'";
    for (const std::string& each : args) command += " '" + each + "'";
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string out;
    std::array<char, 4096> bytes{};
    for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
      out.append(bytes.data(), got);
    ::pclose(pipe);
    return out;
  }
};

TEST_F(IndexLibrary, IsReadOnceAndRemembered) {
  const Ran first = update({corpus(), "--library", refs(), "--retractions", notices()});
  EXPECT_EQ(first.exit, IndexExit::ok) << first.err;
  EXPECT_THAT(first.out, HasSubstr("libraries: 2 added, 0 changed, 0 removed, 0 unchanged; 1 record, 1 notice on "
                                   "papers: 1 reference retracted\n"));
  const std::string before = dump();
  EXPECT_THAT(update().out, HasSubstr("libraries: 0 added, 0 changed, 0 removed, 2 unchanged"));
  touch("refs/zinc.ris");
  EXPECT_THAT(update().out, HasSubstr("libraries: 0 added, 0 changed, 0 removed, 2 unchanged"));
  EXPECT_EQ(dump(), before);
  EXPECT_EQ(run_index({"rebuild", "--quiet", "--database", database()}).exit, IndexExit::ok);
  EXPECT_EQ(dump(), before);
  std::filesystem::remove(folder / "refs/zinc.ris");
  EXPECT_THAT(update().out, HasSubstr("libraries: 0 added, 0 changed, 1 removed, 1 unchanged; 0 records"));
}

TEST_F(IndexLibrary, OrderDoesNotShow) {
  EXPECT_EQ(update({"--quiet", "--library", refs()}).exit, IndexExit::ok);
  EXPECT_EQ(update({"--quiet", corpus()}).exit, IndexExit::ok);
  EXPECT_EQ(update({"--quiet", "--retractions", notices()}).exit, IndexExit::ok);
  EXPECT_EQ(dump(), clean_dump({"--library", refs(), "--retractions", notices()}));
}

TEST_F(IndexLibrary, EveryAnswerSaysWhatWasRetracted) {
  EXPECT_EQ(update({"--quiet", corpus(), "--library", refs(), "--retractions", notices()}).exit, IndexExit::ok);
  const std::string listed = ask({"references", "--retracted"});
  EXPECT_THAT(listed, HasSubstr("RETRACTED (2020-01-15): Error\n"));
  EXPECT_THAT(listed, HasSubstr("held by refs/zinc.ris\n"));
  EXPECT_THAT(listed, HasSubstr("\n1 reference\n"));
  EXPECT_THAT(ask({"search", "fatigue"}), HasSubstr("RETRACTED (2020-01-15)"));
  EXPECT_THAT(ask({"evidence", "iron lowers fatigue"}), HasSubstr("RETRACTED (2020-01-15)"));
  EXPECT_THAT(ask({"show", "iron.md"}), HasSubstr("RETRACTED (2020-01-15)"));
  EXPECT_THAT(ask({"export", "references", "--format", "bibtex"}), HasSubstr("note = {RETRACTED (2020-01-15)}"));
  EXPECT_THAT(ask({"export", "references", "--format", "ris"}), HasSubstr("N1  - RETRACTED (2020-01-15)\r\n"));
  EXPECT_THAT(ask({"export", "references", "--format", "csl-json"}), HasSubstr("\"retracted\":true"));
  EXPECT_THAT(ask({"export", "citations"}), HasSubstr("\"retracted\":true"));
  EXPECT_THAT(ask({"export", "mentions"}), HasSubstr("\"retracted\":[\"doi:10.1000/mm.353\"]"));
  EXPECT_THAT(ask({"check"}), HasSubstr("[reference.retracted]"));
}

TEST_F(IndexLibrary, CheckShowsWhatLeadsNowhere) {
  folder.write(
      "corpus/loose.txt",
      "Zink en slaap\n\nZink helpt bij slaap.[1] Zink helpt bij een verkoudheid.[9]\n\nReferenties\n\n"
      "1. Prasad, A. S. (2009). Zinc in human health: effect of zinc on immune cells. Molecular Medicine, 14(5), "
      "353-357.\n2. Bos, C. (2001). Iron at the table. Journal of Minerals, 3(2), 5-9.\n");
  EXPECT_NE(update({"--quiet", corpus(), "--library", refs()}).exit, IndexExit::failed);
  const auto found = nlohmann::json::parse(ask({"check", "--format", "json"}));
  std::vector<std::string> rules;
  for (const auto& each : found["findings"]) {
    if (each["article"] == "corpus/loose.txt") {
      rules.push_back(std::to_string(each["line"].get<int>()) + " " + each["rule"].get<std::string>());
    }
  }
  EXPECT_THAT(rules, testing::ElementsAre("3 citation.unresolved", "7 reference.disagrees", "8 reference.uncited"));
  EXPECT_TRUE(found["problems"].empty());
}

TEST_F(IndexLibrary, WhatIsNoLibraryIsRefusedWithAReason) {
  folder.write("prose.txt", "Magnesium is a mineral.\n");
  const Ran ran =
      update({"--library", (folder / "prose.txt").string(), "--retractions", (folder / "prose.txt").string()});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  const Ran gone = update({"--library", (folder / "nowhere.ris").string(), corpus()});
  EXPECT_EQ(gone.exit, IndexExit::incomplete);
  EXPECT_THAT(gone.err, HasSubstr("[library.missing]"));
  const Ran refused = update({"--library", (folder / "prose.txt").string()});
  EXPECT_THAT(refused.err, HasSubstr("no RIS, MEDLINE, PubMed XML, BibTeX, CSL-JSON, JATS or BEIR was found in it "
                                     "[library.unknown-format]"));
}

TEST_F(IndexLibrary, ExportsAreReadBack) {
  EXPECT_EQ(update({"--quiet", corpus(), "--library", refs()}).exit, IndexExit::ok);
  for (const char* const format : {"csl-json", "ris", "bibtex"}) {
    const std::string name = std::string("again.") + (format == std::string("csl-json") ? "json"
                                                      : format == std::string("ris")    ? "ris"
                                                                                        : "bib");
    folder.write(name, ask({"export", "references", "--format", format}));
    const std::string again = (folder / (std::string(format) + ".db")).string();
    EXPECT_EQ(run_index({"update", "--database", again, "--library", (folder / name).string()}).exit, IndexExit::ok);
    Database first(database(), OpenMode::read_only);
    Database second(again, OpenMode::read_only);
    constexpr const char* kWorks =
        "SELECT group_concat(w, char(10)) FROM (SELECT title || '|' || authors || '|' || coalesce(year, '') || '|' ||"
        " container_title || '|' || volume || '|' || issue || '|' || page || '|' || abstract AS w FROM reference ORDER "
        "BY "
        "w)";
    EXPECT_EQ(first.text(kWorks), second.text(kWorks)) << format;
  }
}

TEST_F(IndexLibrary, WordsLeadToTheOneWorkThatFitsAndNeverToOneOfSeveral) {
  const auto record = [](const std::string& doi, const std::string& volume) {
    return "TY  - JOUR\nAU  - Yang, Q.\nTI  - Zinc intake and colds, part " + volume +
           "\nJF  - JAMA\nPY  - 2006\nVL  - " + volume + "\nDO  - " + doi + "\nER  - \n\n";
  };
  folder.write("refs/yang.ris", record("10.1000/jama.1", "296"));
  folder.write(
      "corpus/words.txt",
      "Zink en verkoudheid\n\nUit een studie van Yang in JAMA uit 2006 blijkt dat zink verkoudheid verkort.\n");
  EXPECT_EQ(update({"--quiet", corpus(), "--library", refs()}).exit, IndexExit::ok);
  const std::vector<std::string> citations{"export", "citations", "--format", "jsonl"};
  EXPECT_THAT(ask(citations), HasSubstr(R"("reference":"doi:10.1000/jama.1","retracted":false,"candidates":[])"));
  EXPECT_THAT(ask({"search", "verkoudheid"}), HasSubstr("cites: Yang 2006"));

  folder.write("refs/yang.ris", record("10.1000/jama.1", "296") + record("10.1000/jama.2", "297"));
  EXPECT_EQ(update({"--quiet"}).exit, IndexExit::ok);
  EXPECT_THAT(ask(citations), HasSubstr(R"("reference":null,"retracted":false,"candidates":["doi:10.1000/jama.1",)"
                                        R"("doi:10.1000/jama.2"])"));
  EXPECT_THAT(ask({"search", "verkoudheid"}), HasSubstr("(ambiguous: Yang 2006, or Yang 2006)"));
  EXPECT_THAT(ask({"show", "words.txt"}), HasSubstr("ambiguous: Yang 2006, or Yang 2006"));
  EXPECT_THAT(ask({"check"}), HasSubstr("the words may mean doi:10.1000/jama.1, or doi:10.1000/jama.2 "
                                        "[citation.ambiguous]"));
  EXPECT_EQ(dump(), clean_dump({"--library", refs()}));

  std::filesystem::remove(folder / "refs/yang.ris");
  EXPECT_EQ(update({"--quiet"}).exit, IndexExit::ok);
  EXPECT_THAT(ask(citations), Not(HasSubstr("jama")));
  EXPECT_EQ(dump(), clean_dump({"--library", refs()}));
}

TEST_F(IndexLibrary, AuthorAndYearLeadToAWorkOfALibraryWhicheverCameFirst) {
  const auto record = [](const std::string& author, const std::string& title) {
    return "TY  - JOUR\nAU  - " + author + "\nTI  - " + title + "\nJF  - Gut\nPY  - 2015\nER  - \n\n";
  };
  folder.write("refs/fibre.ris", record("Kruger, Q.", "Psyllium husk and cholesterol") +
                                     record("Maas, R.", "Oat bran and glucose") +
                                     record("Maas, R.", "Rye and satiety"));
  folder.write("corpus/fibre.txt",
               "Psyllium en cholesterol\n\nPsyllium verlaagt het cholesterol (Kruger, 2015). Haver verlaagt het "
               "cholesterol (Maas, 2015). Zink helpt bij een verkoudheid (Niehof, 2014).\n");
  EXPECT_EQ(update({"--quiet", corpus()}).exit, IndexExit::ok);
  EXPECT_THAT(ask({"check"}), HasSubstr("fibre.txt:3: Kruger (2015) is no entry of the reference list and no work of a "
                                        "library [citation.unresolved]"));
  EXPECT_EQ(update({"--quiet", "--library", refs()}).exit, IndexExit::ok);

  std::vector<std::string> found;
  std::istringstream lines(ask({"export", "citations", "--format", "jsonl"}));
  for (std::string line; std::getline(lines, line);) {
    const auto each = nlohmann::json::parse(line);
    if (each["article"] != "corpus/fibre.txt") continue;
    found.push_back(each["attribution"]["authors"].get<std::string>() + " " + each["kind"].get<std::string>() + " " +
                    (each["reference"].is_null() ? "none" : "one") + " " + std::to_string(each["candidates"].size()));
  }
  EXPECT_THAT(found,
              testing::ElementsAre("Kruger author-year one 0", "Maas author-year none 2", "Niehof author-year none 0"));
  EXPECT_THAT(ask({"evidence", "psyllium lowers cholesterol"}), HasSubstr("Psyllium husk and cholesterol"));
  const std::string checked = ask({"check"});
  EXPECT_THAT(checked, Not(HasSubstr("Kruger")));
  EXPECT_THAT(checked, HasSubstr("Niehof (2014) is no entry of the reference list and no work of a library"));
  EXPECT_THAT(checked, HasSubstr("fibre.txt:3: the words may mean ref:"));
  EXPECT_EQ(dump(), clean_dump({"--library", refs()}));
}

TEST_F(IndexLibrary, CandidatesThatAreOneWorkAreNoLongerAmbiguous) {
  folder.write("corpus/twice.txt",
               "Zink en verkoudheid\n\nZink verkort een verkoudheid (Kruger, 2015).\n\nReferenties\n\n"
               "1. Kruger, Q. (2015). Zinc lozenges and the common cold. Gut, 64(2), 101-109.\n"
               "2. Kruger, Q. (2015). Zuigtabletten. Gut, 64, 101-109. https://doi.org/10.1000/gut.64\n");
  EXPECT_NE(update({"--quiet", corpus()}).exit, IndexExit::failed);
  const std::vector<std::string> citations{"export", "citations", "--format", "jsonl"};
  EXPECT_THAT(ask(citations), HasSubstr(R"("reference":null,"retracted":false,"candidates":["ref:)"));

  folder.write("refs/kruger.ris",
               "TY  - JOUR\nAU  - Kruger, Q.\nTI  - Zinc lozenges and the common cold\nJF  - Gut\nPY  - "
               "2015\nVL  - 64\nIS  - 2\nSP  - 101\nEP  - 109\nDO  - 10.1000/gut.64\nER  - \n");
  EXPECT_EQ(update({"--quiet", "--library", refs()}).exit, IndexExit::ok);
  EXPECT_THAT(ask(citations), HasSubstr(R"("reference":"doi:10.1000/gut.64","retracted":false,"candidates":[])"));
  EXPECT_THAT(ask({"evidence", "zinc lowers common cold"}), HasSubstr("doi:10.1000/gut.64"));
  EXPECT_THAT(ask({"check"}), Not(HasSubstr("citation.ambiguous")));
  EXPECT_THAT(ask({"show", "twice.txt"}), Not(HasSubstr("ambiguous")));
  EXPECT_EQ(dump(), clean_dump({"--library", refs()}));

  std::filesystem::remove(folder / "refs/kruger.ris");
  EXPECT_EQ(update({"--quiet"}).exit, IndexExit::ok);
  EXPECT_THAT(ask({"check"}), HasSubstr("the words may mean entry 1"));
  EXPECT_EQ(dump(), clean_dump({"--library", refs()}));
}

}  // namespace
}  // namespace claimbase
