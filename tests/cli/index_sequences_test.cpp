// Whatever happens to the files between updates, the store is then that of one clean build: random sequences of edits.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

// CLAIMBASE_SEQUENCES asks for another number.
int sequences() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr int kSequences = 8;
#else
  constexpr int kSequences = 80;
#endif
  const char* given = std::getenv("CLAIMBASE_SEQUENCES");  // NOLINT(concurrency-mt-unsafe): before any thread
  return given == nullptr ? kSequences : std::atoi(given);
}

class Sequences : public IndexerTest {
 protected:
  void SetUp() override {
    fs::create_directories(folder / "corpus/a");
    fs::create_directories(folder / "libraries");
    write_vocabulary();
    for (int i = 0; i < 4; ++i) add();
    write_library();
    run({corpus(), "--vocabulary", vocabulary(), "--library", (folder / "libraries").string(), "--language",
         language_});
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }
  template <typename Values>
  const auto& one_of(const Values& values) {
    return values[below(std::size(values))];
  }

  std::string vocabulary() const { return (folder / "own.rdf").string(); }

  // A few sentences and a reference; many files come to have the same bytes or the same size.
  std::string article() {
    static constexpr const char* kSentences[] = {"Magnesium verlaagt de bloeddruk.1",
                                                 "Zink verkort een verkoudheid.1",
                                                 "Iron reduces fatigue.1",
                                                 "Vitamine D ondersteunt de botten.",
                                                 "Maanwortel verlaagt de bloeddruk.1",
                                                 "Volgens Harmsen (2018) helpt zink tegen verkoudheid."};
    static constexpr const char* kWorks[] = {
        "1. Harmsen, P. (2018). Zinc and the common cold. Nutrition Notes, 4(2), 11-19.\n",
        "1. Harmsen P, Okafor L. Zinc & the common cold. Nutr Notes. 2018;4(2):11-19. doi:10.1000/nn.2018.11\n",
        "1. Verbeek, T. (2011). Magnesium in adults: a randomised trial. Journal of Minerals, 9, 1-8.\n"};
    std::string text = "Over voeding\n\n";
    for (std::size_t i = below(3) + 1; i > 0; --i) text.append(one_of(kSentences)).append(" ");
    if (below(3) > 0) text.append("\n\nReferenties\n\n").append(one_of(kWorks));
    return text;
  }

  std::vector<fs::path> articles() const {
    std::vector<fs::path> found;
    for (const auto& each : fs::recursive_directory_iterator(corpus())) {
      if (each.is_regular_file()) found.push_back(each.path());
    }
    std::ranges::sort(found);
    return found;
  }
  fs::path name() {
    static constexpr const char* kNames[] = {"1.txt",   "2.txt",   "3.txt",    "4.md",
                                             "a/1.txt", "a/2.txt", "a/5.html", "b/6.txt"};
    return fs::path(corpus()) / one_of(kNames);
  }
  void write(const fs::path& file, const std::string& bytes) const {
    folder.write(file.lexically_relative(folder.path()).string(), bytes);
  }

  void add() { write(name(), article()); }
  void write_vocabulary() {
    static constexpr const char* kNames[] = {"maanwortel", "zilverkruid", "maanblad"};
    folder.write("own.rdf",
                 std::string("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                             "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\"><skos:Concept "
                             "rdf:about=\"urn:claimbase:substance:moonroot\"><skos:prefLabel xml:lang=\"nl\">") +
                     one_of(kNames) + "</skos:prefLabel></skos:Concept></rdf:RDF>");
  }
  void write_library() {
    folder.write("libraries/" + std::to_string(below(2)) + ".ris",
                 "TY  - JOUR\nTI  - Zinc and the common cold\nAU  - Harmsen, P.\nPY  - 201" +
                     std::to_string(7 + below(2)) + "\nJO  - Nutrition Notes\nVL  - 4\nSP  - 11\nER  - \n");
  }

  void edit_once() {
    const std::vector<fs::path> files = articles();
    const auto kind = below(32);
    if (files.empty() || kind < 4) return add();
    const fs::path& file = one_of(files);
    const fs::path& other = one_of(files);
    if (kind < 8) return write(file, article());
    if (kind < 10) return write(file, bytes_of(file) + "IJzer vermindert vermoeidheid.\n");
    if (kind < 16) return rename(file, name());
    if (kind < 19) return swap(file, other);
    if (kind < 22) return static_cast<void>(fs::remove(file));
    if (kind < 24) return write(name(), bytes_of(file));
    if (kind < 26) return write(file, bytes_of(file));
    if (kind == 26) return rename_folder();
    if (kind == 27) return write_vocabulary();
    if (kind < 30) return write_library();
    if (kind == 30) return static_cast<void>(fs::remove(folder / "libraries/1.ris"));
    language_ = language_ == "auto" ? "nl" : "auto";
    run({corpus(), "--language", language_});
  }

  static void rename(const fs::path& from, const fs::path& to) {
    fs::create_directories(to.parent_path());
    fs::rename(from, to);
  }
  void swap(const fs::path& one, const fs::path& other) const {
    if (one == other) return;
    fs::rename(one, folder / "between");
    fs::rename(other, one);
    fs::rename(folder / "between", other);
  }
  void rename_folder() const {
    const fs::path one = folder / "corpus/a";
    const fs::path other = folder / "corpus/c";
    if (fs::exists(one) && !fs::exists(other)) return fs::rename(one, other);
    if (fs::exists(other) && !fs::exists(one)) fs::rename(other, one);
  }

  void run(std::vector<std::string> args) {
    args.insert(args.end(), {"--jobs", std::to_string(below(3) + 1)});
    const Ran ran = update(args);
    ASSERT_NE(ran.exit, IndexExit::failed) << ran.err;
    moved_ += ran.out.find(" moved") != std::string::npos ? 1U : 0U;
  }

  std::string expected() const {
    return clean_dump(
        {"--vocabulary", vocabulary(), "--library", (folder / "libraries").string(), "--language", language_});
  }

  std::mt19937 random_{20260701};  // fixed: the same sequences each time
  std::string language_ = "auto";
  std::size_t moved_ = 0;
};

TEST_F(Sequences, EachLeavesTheStoreOfACleanBuild) {
  const int count = sequences();
  for (int sequence = 0; sequence < count; ++sequence) {
    SCOPED_TRACE(sequence);
    for (std::size_t edits = below(5) + 1; edits > 0; --edits) edit_once();
    if (below(4) == 0 && fs::exists(folder / "corpus/a")) run({corpus() + "/a"});  // a part, before the rest
    if (below(4) == 0) edit_once();
    run({});
    ASSERT_EQ(dump(), expected());
    if (sequence % 20 == 0) {
      Store store = Store::open(database(), StoreMode::read_only);
      ASSERT_EQ(store.known_counts(), store.counts());
      ASSERT_THAT(Store::open(database(), StoreMode::read_write).check(), testing::IsEmpty());
    }
  }
  // Few may hold no move at all.
  if (count >= 100) {
    EXPECT_GT(moved_, static_cast<std::size_t>(count) / 20);
  }
}

}  // namespace
}  // namespace claimbase
