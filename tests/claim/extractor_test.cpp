#include "analysis/claim/extractor.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/claim/extracted.h"

namespace claimbase {
namespace {

TEST(Extractor, ReadsADutchArticle) {
  EXPECT_EQ(
      claims_of(
          "nl",
          "Wat doet jodium voor het lichaam?\n\n"
          "Jodium is een spoorelement dat in zeevis en zuivel zit. Het ondersteunt de schildklier van volwassenen.\n\n"
          "Te weinig jodium\n\n"
          "Een jodiumtekort veroorzaakt krop en vermoeidheid. Volwassenen hebben 150 microgram per dag nodig.\n\n"
          "Helpt jodium bij het afvallen?\n\n"
          "Jodium heeft geen effect op het lichaamsgewicht van gezonde volwassenen.\n"),
      "iodine supports thyroid-function; iodine raises goitre deficiency; iodine raises fatigue deficiency; "
      "iodine no-effect body-weight negated");
}

TEST(Extractor, ReadsAnEnglishArticle) {
  EXPECT_EQ(
      claims_of("en",
                "What does valerian do?\n\n"
                "Valerian is a plant that grows in Europe and Asia. It may reduce anxiety in adults who lie awake.\n\n"
                "Side effects\n\n"
                "Valerian can cause headache and dizziness. Talk to your doctor about sleep before you use it.\n"),
      "valerian lowers anxiety hedged; valerian raises headache hedged; valerian raises dizziness hedged");
}

TEST(Extractor, MakesOneMentionForASentenceSubstanceAndOutcome) {
  const Extracted made =
      extracted("nl", "Kalium verlaagt de bloeddruk, want kalium verlaagt de bloeddruk bij wie veel zout eet.\n");
  ASSERT_EQ(made.mentions.size(), 1U);
  EXPECT_EQ(shown(made.mentions[0]), "potassium lowers blood-pressure");
}

TEST(Extractor, LetsTheReadingThatSaysWhichWayStand) {
  EXPECT_EQ(claims_of("en",
                      "The trial, which looked at the effects of magnesium on migraine, suggests that a higher intake "
                      "of magnesium lowers the risk of migraine.\n"),
            "magnesium lowers migraine hedged");
}

TEST(Extractor, ListsUnderAHeadingOfSymptomsAreSymptoms) {
  EXPECT_EQ(claims_of("nl",
                      "# IJzer\n\nIJzer zit in vlees en peulvruchten.\n\n## Symptomen van een ijzertekort\n\n"
                      "- Vermoeidheid\n- Duizeligheid\n\n## Risicogroepen\n\n- Mensen met bloedarmoede\n- Migraine\n"),
            "iron raises fatigue deficiency; iron raises dizziness deficiency");
}

TEST(Extractor, CarriesTheLackThatWasSpokenOf) {
  EXPECT_EQ(claims_of("en", "A zinc deficiency is common in old age. It can lead to acne.\n"),
            "zinc raises acne deficiency hedged");
}

TEST(Extractor, KeepsTheOrderOfTheText) {
  const Extracted made =
      extracted("nl", "Kalium verlaagt de bloeddruk. Zink ondersteunt de afweer. Jodium ondersteunt de schildklier.\n");
  ASSERT_EQ(made.mentions.size(), 3U);
  EXPECT_LT(made.mentions[0].sentence, made.mentions[1].sentence);
  EXPECT_LT(made.mentions[1].sentence, made.mentions[2].sentence);
}

TEST(Extractor, GivesTheRangesOfItsWords) {
  const Extracted made = extracted("nl", "Onderzoek laat zien dat kalium de bloeddruk verlaagt bij volwassenen.\n");
  ASSERT_EQ(made.mentions.size(), 1U);
  const std::string_view text = made.document.text;
  EXPECT_EQ(made.mentions[0].substance_range.of(text), "kalium");
  EXPECT_EQ(made.mentions[0].outcome_range.of(text), "bloeddruk");
  EXPECT_EQ(made.mentions[0].cue_range.of(text), "verlaagt");
  EXPECT_FALSE(made.mentions[0].inherited);
  EXPECT_EQ(made.mentions[0].confidence, 1.0);
}

TEST(Extractor, ReadsARowAsSpeakingOfItsFirstCell) {
  EXPECT_EQ(claims_of("nl",
                      "Wat voedingsstoffen doen\n\n"
                      "De tabel noemt van elke stof de functie en waar je die in vindt.\n\n"
                      "| Stof | Functie | Bronnen |\n"
                      "|---|---|---|\n"
                      "| Jodium | Schildklier | Zeewier, eieren |\n"
                      "| Kalium | Verlaagt de bloeddruk | Bananen, noten |\n"),
            "iodine supports thyroid-function; potassium lowers blood-pressure");
}

TEST(Extractor, TellsAPropertyFromWhatHelps) {
  EXPECT_EQ(claims_of("nl",
                      "Vormen van magnesium\n\n"
                      "| Vorm | Eigenschap |\n"
                      "|---|---|\n"
                      "| Magnesiumcitraat | Licht laxerend |\n"),
            "magnesium-citrate raises laxative-effect form");
}

TEST(Extractor, ReadsNoRowWhoseFirstCellIsASentence) {
  EXPECT_EQ(claims_of("nl",
                      "Wat haast doet\n\n"
                      "| Gevolg | Mechanisme |\n"
                      "|---|---|\n"
                      "| Cortisol blijft hoog | Stress ontregelt de slaap |\n"),
            "");
}

TEST(Extractor, GivesTheQuantitiesOfTheSentence) {
  const Extracted made =
      extracted("nl", "In een proef verlaagde 3 gram kalium per dag de bloeddruk van volwassenen.\n");
  ASSERT_EQ(made.mentions.size(), 1U);
  ASSERT_FALSE(made.mentions[0].quantities.empty());
}

TEST(Extractor, ReadsNothingFromQuestionsAndAdvice) {
  EXPECT_EQ(
      claims_of("nl",
                "Verlaagt kalium de bloeddruk van gezonde volwassenen? Bespreek kalium en bloeddruk met uw arts.\n"),
      "");
  EXPECT_EQ(
      claims_of("en",
                "Does potassium lower blood pressure in adults? Ask your doctor about potassium for blood pressure.\n"),
      "");
}

TEST(Extractor, ReadsNothingFromOtherRoles) {
  Document document;
  document.text = "Kalium verlaagt de bloeddruk.";
  document.language = "nl";
  const ByteRange all{0, static_cast<std::uint32_t>(document.text.size())};
  for (const BlockRole role : {BlockRole::keywords, BlockRole::contents, BlockRole::navigation, BlockRole::promotion,
                               BlockRole::disclaimer, BlockRole::references, BlockRole::metadata}) {
    Block block;
    block.role = role;
    block.range = all;
    block.language = "nl";
    document.blocks = {block};
    EXPECT_TRUE(built_in_extractor().extract(document, std::vector<Sentence>{{0, all}}).empty()) << to_string(role);
  }
}

Document document_of(const std::vector<std::pair<BlockRole, std::string>>& blocks) {
  Document document;
  document.language = "nl";
  document.blocks.reserve(blocks.size());
  for (const auto& [role, text] : blocks) {
    Block& block = document.blocks.emplace_back();
    block.role = role;
    block.language = "nl";
    block.range.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.range.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
  }
  return document;
}

std::vector<Sentence> sentence_by_block(const Document& document) {
  std::vector<Sentence> sentences;
  sentences.reserve(document.blocks.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) sentences.push_back({i, document.blocks[i].range});
  return sentences;
}

// What the article speaks of is potassium, however often the shop says zinc.
const std::vector<std::pair<BlockRole, std::string>> kPageOfAShop{
    {BlockRole::content, "Kalium zit in bananen."},
    {BlockRole::promotion, "Zink verlaagt de bloeddruk: bestel zink nu."},
    {BlockRole::keywords, "zink, bloeddruk"},
    {BlockRole::promotion, "Koop zink."},
    {BlockRole::content, "Het verlaagt de bloeddruk."},
    {BlockRole::navigation, "Zink"}};

TEST(Extractor, AnnotatesCallsToBuyAndKeywordsWhenAsked) {
  const Document document = document_of(kPageOfAShop);
  const std::vector<Sentence> sentences = sentence_by_block(document);
  const auto items = [&](Annotates annotates) {
    const Vocabulary vocabulary = Vocabulary::built_in();
    ClaimExtractor extractor(vocabulary, annotates);
    std::ignore = extractor.extract(document, sentences);
    std::string named;  // a line each
    for (const Annotation& annotation : extractor.annotations()) {
      for (const Item& item : annotation.items)
        if (item.named != nullptr) named += item.named->id + ' ';
      named += '\n';
    }
    return named;
  };
  EXPECT_EQ(items(Annotates::told), "potassium banana \n\n\n\nblood-pressure \n\n");
  EXPECT_EQ(items(Annotates::copy),
            "potassium banana \nzinc blood-pressure zinc \nzinc blood-pressure \nzinc \nblood-pressure \n\n");
}

TEST(Extractor, ClaimsTheSameWhereItAnnotatesCopy) {
  const Document document = document_of(kPageOfAShop);
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor extractor(vocabulary, Annotates::copy);
  const std::vector<Mention> mentions = extractor.extract(document, sentence_by_block(document));
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(shown(mentions[0]), "potassium lowers blood-pressure");
}

// What tells of articles passes over sentences on which no claim hangs; what annotates copy reads them all.
TEST(Extractor, PassesOverNothingThatAClaimHangsOn) {
  constexpr std::array kLines = {
      "# Zink\n\n",
      "## Symptomen van een ijzertekort\n\n",
      "## Risicogroepen\n\n",
      "Helpt kalium bij een hoge bloeddruk?\n\n",
      "IJzer zit in vlees. Het vermindert vermoeidheid. Kook het niet te lang.\n\n",
      "Een tekort aan jodium komt vaak voor. Hoe dat komt, is bekend.\n\n",
      "Dit mineraal heeft invloed op:\n\n",
      "- Kalium: zit in bananen. Verlaagt de bloeddruk. Zink niet. Ook krampen worden minder.\n",
      "- Vermoeidheid\n",
      "- Volwassenen\n",
      "Kalium vermindert de werking van antibiotica.\n\n",
      "Het kan leiden tot hoofdpijn.\n\n",
      "\n",
      "| Stof | Goed voor |\n|---|---|\n| Zink | De afweer |\n| Kalium | Zit in fruit |\n\n"};
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor all(vocabulary, Annotates::copy);
  std::mt19937_64 random(7);
  std::size_t claims = 0;
  for (int i = 0; i < 300; ++i) {
    std::string article;
    for (std::size_t lines = 2 + random() % 10; lines > 0; --lines) article += kLines.at(random() % kLines.size());
    const Extracted made = extracted("nl", article);
    const std::vector<Mention> expected = all.extract(made.document, made.sentences);
    ASSERT_EQ(shown(made.mentions), shown(expected)) << article;
    claims += expected.size();
  }
  EXPECT_GT(claims, 500U);
}

TEST(Extractor, AListItemSpeaksOfWhatItSpokeOfFirst) {
  EXPECT_EQ(claims_of("nl", "Wat er in zit:\n\n- Kalium zit in fruit. Zink zit in vlees. Het verlaagt de bloeddruk.\n"),
            "potassium lowers blood-pressure");
}

TEST(Extractor, ReadsNothingFromNothing) {
  EXPECT_TRUE(built_in_extractor().extract(Document{}, {}).empty());
  EXPECT_EQ(claims_of("nl", ""), "");
}

TEST(Extractor, ReadsTheSameTwice) {
  constexpr std::string_view kArticle = "Zink zit in vlees. Het ondersteunt de afweer en verkort een verkoudheid.\n";
  const std::string once = claims_of("nl", kArticle);
  EXPECT_NE(once, "");
  EXPECT_EQ(claims_of("nl", kArticle), once);
}

TEST(Extractor, CanBeMoved) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor first(vocabulary);
  ClaimExtractor second = std::move(first);
  const Extracted made = extracted("nl", "Kalium verlaagt de bloeddruk.\n");
  EXPECT_EQ(second.extract(made.document, made.sentences).size(), 1U);
}

TEST(Extractor, UsesTheVocabularyItWasGiven) {
  Vocabulary vocabulary;
  EXPECT_TRUE(vocabulary
                  .add("<rdf:RDF><skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\">"
                       "<skos:prefLabel xml:lang=\"en\">moonroot</skos:prefLabel><cb:kind>herb</cb:kind></skos:Concept>"
                       "<skos:Concept rdf:about=\"urn:claimbase:outcome:patience\">"
                       "<skos:prefLabel xml:lang=\"en\">patience</skos:prefLabel><cb:valence>good</cb:valence>"
                       "<cb:kind>function</cb:kind></skos:Concept></rdf:RDF>")
                  .empty());
  ClaimExtractor extractor(vocabulary);
  Extracted made = extracted("en", "Moonroot supports patience. Potassium lowers blood pressure.\n");
  made.mentions = extractor.extract(made.document, made.sentences);
  ASSERT_EQ(made.mentions.size(), 1U);
  EXPECT_EQ(shown(made.mentions[0]), "moonroot supports patience");
}

TEST(Extractor, SurvivesHostileText) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "kalium, (bloeddruk - ";
  const std::vector<std::string> texts{deep,
                                       std::string(20000, ','),
                                       std::string(20000, 'a'),
                                       "\xFF\xFE kalium \xC3",
                                       "- - - : : ; bloeddruk- en -kalium",
                                       "spier- spier- spier- en"};
  for (const std::string& text : texts) EXPECT_NO_THROW(static_cast<void>(extracted("nl", text)));
}

}  // namespace
}  // namespace claimbase
