#include "schema/store.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/schema/sample.h"
#include "tests/support/index_words_of.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(StoreTest, KeepsEveryFieldOfAnArticle) {
  Store store = new_store();
  store.replace_article(sample_article("map/a.txt"));
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT title FROM article WHERE path = 'map/a.txt'"), "Over map/a.txt");
  EXPECT_EQ(db.text("SELECT analyzer_version || ' ' || vocabulary_version FROM article"),
            "fedcba9876543210 0000000000000007");
  EXPECT_EQ(db.text("SELECT s.text || '|' || b.heading_path || '|' || s.line || '|' || s.begin_byte FROM sentence AS s"
                    " JOIN block AS b ON b.key = s.block WHERE s.ordinal = 1"),
            "Magnesium kan de bloeddruk verlagen.1|Magnesium > Bloeddruk|2|33");
  EXPECT_EQ(db.text("SELECT c.id || '|' || m.certainty || '|' || m.confidence FROM mention AS m"
                    " JOIN claim AS c ON c.key = m.claim"),
            "magnesium:lowers:blood-pressure|hedged|0.75");
  EXPECT_EQ(db.text("SELECT low || '-' || high || ' ' || unit || '|' || printed FROM quantity"),
            "300.0-400.0 mg/d|300-400 mg");
  EXPECT_EQ(db.text("SELECT id || '|' || title || '|' || authors || '|' || year || '|' || level FROM reference"),
            "doi:10.1/a|Magnesium and blood pressure|Jansen P. J.; EFSA Panel|2016|1");
  EXPECT_EQ(db.text("SELECT group_concat(family || '/' || given || '/' || literal, ';') FROM author"),
            "Jansen/P. J./;//EFSA Panel");
  EXPECT_EQ(db.text("SELECT scheme || '=' || value FROM identifier"), "doi=10.1/a");
  EXPECT_EQ(db.text("SELECT k.name || '|' || e.weight || '|' || c.marker || '|' || r.id FROM evidence AS e"
                    " JOIN link_kind AS k ON k.number = e.link JOIN citation AS c ON c.key = e.citation"
                    " JOIN reference AS r ON r.key = e.reference"),
            "marker|1.0|1|doi:10.1/a");
  EXPECT_EQ(db.text("SELECT severity || '|' || rule || '|' || line FROM diagnostic"), "warning|citation.unresolved|2");
  EXPECT_THAT(store.check(),
              testing::Contains("full text was made by another version of the analyzer; update the store").Times(0));
}

// What searches are narrowed down by (query/allowed_sentences.cpp), and what an audit weighs of a claim.
TEST_F(StoreTest, IndexesTellOfAMentionWithoutItsRow) {
  Store store = new_store();
  const auto plan = [&](const std::string& sql) {
    Statement rows(store.database(), "EXPLAIN QUERY PLAN " + sql);
    std::string steps;
    while (rows.step()) steps += std::string(rows.text(3)) + ';';
    return steps;
  };
  EXPECT_EQ(plan("SELECT sentence, claim, article FROM mention WHERE sentence = ?1"),
            "SEARCH mention USING COVERING INDEX mention_sentence (sentence=?);");
  EXPECT_EQ(plan("SELECT sentence, claim, article FROM mention WHERE claim = ?1"),
            "SEARCH mention USING COVERING INDEX mention_claim (claim=?);");
  EXPECT_EQ(plan("SELECT key FROM mention WHERE claim = ?1 ORDER BY sentence, article, key"),
            "SEARCH mention USING COVERING INDEX mention_claim (claim=?);");
  EXPECT_THAT(plan("SELECT sentence, claim, article FROM mention"),
              testing::StartsWith("SCAN mention USING COVERING INDEX mention_"));
}

TEST_F(StoreTest, CountsRows) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  store.replace_article(sample_article("b.txt"));
  const StoreCounts counts = store.counts();
  EXPECT_EQ(counts.articles, 2);
  EXPECT_EQ(counts.blocks, 4);
  EXPECT_EQ(counts.sentences, 4);
  EXPECT_EQ(counts.concepts, 5);
  EXPECT_EQ(counts.claims, 1);
  EXPECT_EQ(counts.mentions, 2);
  EXPECT_EQ(counts.quantities, 2);
  EXPECT_EQ(counts.references, 1);
  EXPECT_EQ(counts.reference_entries, 2);
  EXPECT_EQ(counts.citations, 2);
  EXPECT_EQ(counts.unresolved_citations, 0);
  EXPECT_EQ(counts.evidence, 2);
  EXPECT_EQ(counts.diagnostics, 2);
}

TEST_F(StoreTest, ReplacingTakesTheOldWordsOut) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt").sentence("Magnesium helpt bij migraine.", "Hoofdpijn"));
  store.replace_article(ArticleBuilder("a.txt").sentence("Calcium is goed voor botten."));
  Database& db = store.database();
  EXPECT_THAT(articles_found(db, "sentence_fts_nl", "migraine"), IsEmpty());
  EXPECT_THAT(articles_found(db, "sentence_fts_nl", "hoofdpijn"), IsEmpty());
  EXPECT_THAT(articles_found(db, "sentence_fts_nl", "calcium"), ElementsAre("a.txt"));
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, EachLanguageHasItsOwnIndex) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("nl.txt", "nl").sentence("Water en vuur."));
  store.replace_article(ArticleBuilder("en.txt", "en").sentence("Water and fire."));
  store.replace_article(ArticleBuilder("de.txt", "de").sentence("Wasser und Feuer, kein water."));
  Database& db = store.database();
  EXPECT_THAT(articles_found(db, "sentence_fts_nl", "water"), ElementsAre("nl.txt"));
  EXPECT_THAT(articles_found(db, "sentence_fts_en", "water"), ElementsAre("en.txt"));
  EXPECT_THAT(articles_found(db, "sentence_fts_und", "water"), ElementsAre("de.txt"));
}

TEST_F(StoreTest, RemovingTheLastUserTakesSharedRowsOut) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  store.replace_article(sample_article("b.txt"));
  EXPECT_TRUE(store.remove_article("a.txt"));
  EXPECT_EQ(store.counts().references, 1);
  EXPECT_EQ(store.counts().claims, 1);
  EXPECT_TRUE(store.remove_article("b.txt"));
  EXPECT_FALSE(store.remove_article("b.txt"));
  EXPECT_EQ(dump(store), dump(*std::make_unique<Store>(new_store("fresh.db"))));
}

TEST_F(StoreTest, TellsWhatItHas) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  store.touch_article("a.txt", 101, 999, 77);
  const auto states = store.article_states();
  ASSERT_EQ(states.size(), 1U);
  const ArticleState& state = states.at("a.txt");
  EXPECT_EQ(state.content_hash, "00ff");
  EXPECT_EQ(state.size, 101);
  EXPECT_EQ(state.modified, 999);
  EXPECT_EQ(state.inode, 77);
  EXPECT_EQ(state.versions, (AnalysisVersions{1, 1, 0xfedcba9876543210U, 7}));
}

TEST_F(StoreTest, KeepsSettings) {
  Store store = new_store();
  EXPECT_EQ(store.meta("root"), std::nullopt);
  store.set_meta("root", "artikelen");
  store.set_meta("root", "articles");
  EXPECT_EQ(store.meta("root"), "articles");
}

TEST_F(StoreTest, AnIndexThatPointsNowhereIsRefusedBeforeAnythingIsWritten) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  const std::string before = dump(store);
  std::vector<ArticleRecord> wrong(5, sample_article("a.txt"));
  wrong[0].sentences[1].block = 9;
  wrong[1].mentions[0].sentence = 2;
  wrong[2].citations[0].entry = 1;
  wrong[3].evidence[0].citation = -1;
  wrong[4].blocks[0].heading = -2;
  for (const auto& article : wrong) EXPECT_THROW(store.replace_article(article), std::out_of_range);
  EXPECT_EQ(dump(store), before);
}

TEST_F(StoreTest, AnArticleThatFailsHalfWayLeavesTheOldOneAndTheStoreUsable) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  const std::string before = dump(store);
  ArticleRecord wrong =
      ArticleBuilder("a.txt").sentence("Iets anders.").mention("magnesium", "lowers", "unknown-outcome");
  EXPECT_EQ(kind_thrown_by([&] { store.replace_article(wrong); }), StoreErrorKind::constraint);
  wrong = sample_article("a.txt");
  wrong.diagnostics[0].severity = "catastrophe";
  EXPECT_EQ(kind_thrown_by([&] { store.replace_article(wrong); }), StoreErrorKind::constraint);
  EXPECT_EQ(dump(store), before);
  EXPECT_THAT(store.check(), IsEmpty());
  store.replace_article(ArticleBuilder("a.txt").sentence("Iets anders."));
  EXPECT_EQ(store.counts().references, 0);
  EXPECT_THAT(store.check(), IsEmpty());
}

void die_after(void* left, int, const char*, const char*, sqlite3_int64) {
  if (--*static_cast<int*>(left) == 0) kill(getpid(), SIGKILL);
}

// Returns whether the child came to its end before the `changes`th change of a row.
bool replace_and_die(const std::filesystem::path& file, const ArticleRecord& article, int changes) {
  const pid_t child = fork();
  if (child == 0) {
    Store store = Store::open(file, StoreMode::read_write);
    sqlite3_update_hook(store.database().handle(), die_after, &changes);
    store.replace_article(article);
    std::_Exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(StoreTest, AProcessKilledAtAnyRowLeavesTheOldArticle) {
  std::string before;
  {
    Store store = new_store();
    store.replace_article(sample_article("a.txt"));
    before = dump(store);
  }
  const ArticleRecord next = ArticleBuilder("a.txt")
                                 .sentence("Vitamine D en migraine.2")
                                 .mention("vitamin-d", "prevents", "migraine")
                                 .reference(sample_reference("doi:10.1/b", "Vitamin D", 2020))
                                 .cite(1);
  int changes = 1;
  for (; !replace_and_die(file(), next, changes); changes += 4) {
    Store store = Store::open(file(), StoreMode::read_write);
    ASSERT_EQ(dump(store), before) << "killed at change " << changes;
    ASSERT_THAT(store.check(), IsEmpty());
  }
  EXPECT_GT(changes, 10);
  Store store = Store::open(file(), StoreMode::read_write);
  EXPECT_THAT(articles_found(store.database(), "sentence_fts_nl", "vitamine"), ElementsAre("a.txt"));
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, VocabularyIsReplacedButConceptsInUseStayUntilTheyAreNot) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  std::vector<ConceptRecord> fewer = sample_vocabulary();
  fewer.erase(fewer.begin(), fewer.begin() + 2);  // magnesium is in use, magnesium-citrate is not
  store.put_vocabulary(fewer);
  Database& db = store.database();
  EXPECT_EQ(db.text("SELECT group_concat(id) FROM (SELECT id FROM concept WHERE retired = 1)"), "magnesium");
  EXPECT_EQ(store.counts().concepts, 3);
  EXPECT_THAT(store.check(), IsEmpty());
  store.remove_article("a.txt");
  EXPECT_EQ(db.integer("SELECT count(*) FROM concept"), 3);
  store.put_vocabulary(sample_vocabulary());
  EXPECT_EQ(db.text("SELECT n.id || '<' || b.id FROM broader AS r JOIN concept AS n ON n.key = r.concept"
                    " JOIN concept AS b ON b.key = r.broader"),
            "magnesium-citrate<magnesium");
  EXPECT_EQ(dump(store), dump(*std::make_unique<Store>(new_store("fresh.db"))));
}

TEST_F(StoreTest, AnEqualVocabularyWritesNothing) {
  Store store = new_store();
  const auto changes = [&] { return sqlite3_total_changes64(store.database().handle()); };
  const auto before = changes();
  store.put_vocabulary(sample_vocabulary());
  EXPECT_EQ(changes(), before);
  auto other = sample_vocabulary();
  other[0].labels[0].inverse = true;
  store.put_vocabulary(other);
  EXPECT_GT(changes(), before);
}

TEST_F(StoreTest, BulkBuildIsTheSameStore) {
  Store bulk = new_store("bulk.db", StoreMode::bulk);
  Store step = new_store("step.db");
  for (const char* path : {"b.txt", "a.txt", "c.txt"}) {
    bulk.replace_article(sample_article(path));
    step.replace_article(sample_article(path));
  }
  bulk.finish_bulk();
  EXPECT_EQ(dump(bulk), dump(step));
  EXPECT_THAT(bulk.check(), IsEmpty());
  EXPECT_EQ(bulk.database().text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(bulk.database().integer("SELECT v FROM sentence_fts_nl_config WHERE k = 'hashsize'"), 1 << 20);
  EXPECT_EQ(bulk.database().integer("SELECT v FROM sentence_fts_nl_config WHERE k = 'automerge'"), 4);
  EXPECT_EQ(bulk.database().integer("SELECT v FROM sentence_fts_nl_config WHERE k = 'crisismerge'"), 16);
  EXPECT_EQ(open_reader(file("bulk.db")).integer("SELECT count(*) FROM article"), 3);
  bulk.replace_article(sample_article("d.txt"));
  EXPECT_EQ(bulk.counts().articles, 4);
}

TEST_F(StoreTest, ABulkBuildThatIsGivenUpLeavesNoFile) {
  { new_store("bulk.db", StoreMode::bulk).replace_article(sample_article("a.txt")); }
  EXPECT_FALSE(std::filesystem::exists(file("bulk.db")));
}

TEST_F(StoreTest, ABulkBuildNeverWritesIntoAFileThatIsThere) {
  write_file(file("bulk.db"), "mine");
  EXPECT_EQ(kind_thrown_by([&] { static_cast<void>(Store::open(file("bulk.db"), StoreMode::bulk)); }),
            StoreErrorKind::other);
  EXPECT_EQ(std::filesystem::file_size(file("bulk.db")), 4U);
}

TEST_F(StoreTest, FullTextOfAnotherAnalyzerIsMadeAnew) {
  {
    Store store = new_store();
    store.replace_article(sample_article("a.txt"));
    store.set_meta("full_text_analyzer", "0000000000000001");
    store.database().execute("INSERT INTO sentence_fts_nl(sentence_fts_nl) VALUES ('delete-all')");
    EXPECT_THAT(store.check(), ElementsAre("2 sentences that ranking takes for others",
                                           "full text was made by another version of the analyzer; update the store",
                                           "full text sentence_fts_nl disagrees with its rows"));
  }
  Store store = Store::open(file(), StoreMode::read_write);
  EXPECT_THAT(store.check(), IsEmpty());
  EXPECT_THAT(articles_found(store.database(), "sentence_fts_nl", "bloeddruk"), ElementsAre("a.txt"));
}

TEST_F(StoreTest, SentencesWhoseWordsAreKnownAreIndexedAsOthers) {
  for (const std::string language : {"nl", "en", "de"}) {
    ArticleRecord article = ArticleBuilder("a.txt", language)
                                .sentence("Een bloeddrukverlaging van 1,78 mmHg bij patiënten", "Kop boven de studies")
                                .sentence("bloeddrukverlaging", "bloeddrukverlaging")
                                .sentence("\xff\xfe kapot");
    Store plain = new_store("plain-" + language + ".db");
    plain.replace_article(article);
    for (SentenceRecord& each : article.sentences) each.words = index_words_of(each.text, language);
    Store known = new_store("known-" + language + ".db");
    known.replace_article(article);
    EXPECT_EQ(dump(known), dump(plain));
    EXPECT_THAT(known.check(), IsEmpty());
    known.remove_article("a.txt");
    EXPECT_THAT(known.check(), IsEmpty());
  }
}

// So that the test above tests something: they are what is indexed, and the check finds them where they are others.
TEST_F(StoreTest, TheWordsThatAreGivenAreTakenAsTheyAre) {
  ArticleRecord article = ArticleBuilder("a.txt").sentence("Melk bevat calcium.", "Melk");
  article.sentences[0].words = index_words_of("zink", "nl");
  Store store = new_store();
  store.replace_article(article);
  EXPECT_THAT(articles_found(store.database(), "sentence_fts_nl", "zink melk"), ElementsAre("a.txt"));
  EXPECT_THAT(articles_found(store.database(), "sentence_fts_nl", "calcium"), IsEmpty());
  EXPECT_THAT(store.check(), ElementsAre("full text sentence_fts_nl disagrees with its rows"));
}

TEST_F(StoreTest, CheckSeesDamageAlsoThroughAReader) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  EXPECT_THAT(Store::open(file(), StoreMode::read_only).check(), IsEmpty());
  store.database().execute(
      "PRAGMA foreign_keys = 0; INSERT INTO claim VALUES (77, 'x:treats:y', 4711, 'treats', 4712);"
      "UPDATE sentence SET text = 'Heel andere woorden' WHERE ordinal = 0;"
      "UPDATE sentence SET end_byte = 9999 WHERE ordinal = 1; UPDATE reference SET work = '{}'");
  const auto expected =
      ElementsAre("a row of claim points at a row of concept that is not there",
                  "a row of claim points at a row of concept that is not there",
                  "1 references that differ from their best entry", "1 claims without a mention",
                  "1 sentences outside their block", "full text sentence_fts_nl disagrees with its rows");
  EXPECT_THAT(store.check(), expected);
  EXPECT_THAT(Store::open(file(), StoreMode::read_only).check(), expected);
}

TEST_F(StoreTest, OptimizingChangesNoContentAndEmptiesTheLog) {
  Store store = new_store();
  for (int i = 0; i < 30; ++i) store.replace_article(sample_article(std::to_string(i)));
  const std::string before = dump(store);
  store.optimize();
  EXPECT_EQ(dump(store), before);
  EXPECT_EQ(std::filesystem::file_size(file().string() + "-wal"), 0U);
}

}  // namespace
}  // namespace claimbase
