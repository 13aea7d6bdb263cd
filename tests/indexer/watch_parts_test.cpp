// The small parts of watching.
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>

#include "indexer/debounce.h"
#include "indexer/network_file_system.h"
#include "indexer/prepared_vocabulary.h"
#include "indexer/stop_signal.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

using std::chrono::milliseconds;

class DebounceTest : public testing::Test {
 protected:
  [[nodiscard]] Debounce::Clock::time_point at(int ms) const { return start + milliseconds(ms); }
  Debounce::Clock::time_point start;
  Debounce burst{milliseconds(100), milliseconds(500)};
};

TEST_F(DebounceTest, NothingIsNeverDue) {
  EXPECT_EQ(burst.due(), std::nullopt);
}

TEST_F(DebounceTest, OneChangeIsDueWhenItHasBeenQuiet) {
  burst.note(at(0));
  EXPECT_EQ(burst.due(), at(100));
}

TEST_F(DebounceTest, EachChangeOfABurstPutsItOff) {
  for (const int ms : {0, 40, 90}) burst.note(at(ms));
  EXPECT_EQ(burst.due(), at(190));
}

TEST_F(DebounceTest, ABurstThatDoesNotEndIsNotWaitedFor) {
  for (int ms = 0; ms < 490; ms += 50) burst.note(at(ms));
  EXPECT_EQ(burst.due(), at(500));
}

TEST_F(DebounceTest, TheNextBurstBeginsAnew) {
  burst.note(at(0));
  burst.clear();
  EXPECT_EQ(burst.due(), std::nullopt);
  burst.note(at(900));
  EXPECT_EQ(burst.due(), at(1000));
}

TEST(NetworkFileSystem, IsToldByItsNumber) {
  EXPECT_EQ(network_file_system(std::int64_t{0x6969}), "NFS");
  EXPECT_EQ(network_file_system(std::int64_t{0xFF534D42}), "SMB");
  EXPECT_EQ(network_file_system(std::int64_t{static_cast<std::int32_t>(0xFF534D42)}), "SMB");  // of a signed f_type
  EXPECT_EQ(network_file_system(std::int64_t{0xEF53}), "");                                    // ext4
}

TEST(NetworkFileSystem, OfWhatIsNotThereIsThatOfItsFolder) {
  EXPECT_EQ(network_file_system("/proc/no/such"), "");
}

class PreparedVocabularyTest : public testing::Test {
 protected:
  void write(const std::string& id) const {
    folder.write("own.rdf",
                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                 "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">"
                 "<skos:Concept rdf:about=\"urn:claimbase:substance:" +
                     id + "\"><skos:prefLabel xml:lang=\"nl\">" + id + "</skos:prefLabel></skos:Concept></rdf:RDF>");
  }
  [[nodiscard]] bool has(const std::string& id) {
    return prepared.load(read_vocabulary_files(files)).vocabulary.find(ConceptScheme::substance, id) != nullptr;
  }
  TemporaryFolder folder;
  std::vector<std::filesystem::path> files{folder / "own.rdf"};
  PreparedVocabulary prepared;
};

TEST_F(PreparedVocabularyTest, IsReadAgainWhereAFileOrTheListIsAnother) {
  write("moonroot");
  EXPECT_TRUE(has("moonroot"));
  const LoadedVocabulary* const first = &prepared.load(read_vocabulary_files(files));
  EXPECT_EQ(&prepared.load(read_vocabulary_files(files)), first);
  write("sunflower-root");
  EXPECT_TRUE(has("sunflower-root"));
  EXPECT_FALSE(has("moonroot"));
  files.clear();
  EXPECT_FALSE(has("sunflower-root"));
}

TEST_F(PreparedVocabularyTest, ExtractorsAreOfTheVocabularyThatIsLoaded) {
  write("moonroot");
  static_cast<void>(prepared.load(read_vocabulary_files(files)));
  { auto first = prepared.lease(read_vocabulary_files(files)); }
  write("sunflower-root");
  static_cast<void>(prepared.load(read_vocabulary_files(files)));
  auto second = prepared.lease(read_vocabulary_files(files));
  auto third = prepared.lease(read_vocabulary_files(files));
  EXPECT_NE(&second.extractor(), &third.extractor());
}

TEST(StopSignalTest, IsSeenAndUsedUp) {
  {
    const StopSignal stop;
    EXPECT_FALSE(stop.requested());
    ::kill(::getpid(), SIGTERM);
    EXPECT_TRUE(stop.requested());
    EXPECT_TRUE(stop.requested());
  }
  const StopSignal next;
  EXPECT_FALSE(next.requested());
}

}  // namespace
}  // namespace claimbase
