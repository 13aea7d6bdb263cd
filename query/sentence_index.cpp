#include "query/sentence_index.h"

#include <algorithm>
#include <utility>

#include "schema/row_visitor.h"

namespace claimbase {
namespace {

bool is_stem_of(const WordForm& form, const std::string& stem) {
  return form.stem == stem || std::ranges::find(form.parts, stem, &CompoundPart::stem) != form.parts.end();
}

}  // namespace

std::string stem_query(const Stems& stems) {
  std::string query;
  for (const std::string& stem : stems) query += (query.empty() ? "" : " + ") + exact_stem_query(stem);
  return query;
}

SentenceIndex::SentenceIndex(const Database& db, std::size_t number, const SentenceChunks& chunks, CommonWords& common,
                             bool has_new, const SentencePriors& priors)
    : number_(number),
      table_("sentence_fts_" + std::string(kSentenceIndexes[number])),
      chunks_(&chunks),
      common_(&common),
      has_new_(has_new),
      analyzer_(kSentenceIndexes[number]),
      score_(chunks.totals(number), priors),
      visit_(db, "SELECT 1 FROM " + table_ + " WHERE " + table_ + " MATCH ?1 AND rowid > ?3 AND claim_visit(" + table_ +
                     ", ?2)"),
      text_(db, "SELECT text FROM sentence WHERE key = ?1"),
      heading_(db, "SELECT b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.key = ?1") {}

Stems SentenceIndex::stems_of(std::string_view text) {
  Stems stems;
  read_.clear();
  analyzer_.trim();
  analyzer_.words(text, read_);
  for (const Word& each : read_) {
    if (!each.form->stem.empty()) stems.push_back(each.form->stem);
  }
  return stems;
}

const WordSentences& SentenceIndex::word(const std::string& stem) {
  const auto [place, is_new] = words_.try_emplace(stem);
  WordSentences& word = place->second;
  if (!is_new) return word;
  std::optional<CommonWord> common = common_->find(number_, stem);
  if (common) {
    word.places = std::move(common->places);
    word.until = common_->until();
  }
  if (!common || has_new_) word.rest = visited_places({stem}, word.until);
  word.rows = common ? common->rows : static_cast<std::int64_t>(word.rest.size());
  return word;
}

double SentenceIndex::idf(const Stems& stems) {
  double sum = 0;
  for (const std::string& stem : stems) sum += SentenceScore::idf(chunks_->totals(number_).rows, word(stem).rows);
  return sum;
}

std::int64_t SentenceIndex::most_rows(const Stems& stems) {
  std::int64_t rows = WordCursor::kEnd;
  for (const std::string& stem : stems) {
    rows = std::min(rows, word(stem).rows);
    if (rows == 0) break;
  }
  return stems.empty() ? 0 : rows;
}

int SentenceIndex::count(std::string_view text, const Stems& phrase) {
  read_.clear();
  analyzer_.words(text, read_);
  std::erase_if(read_, [](const Word& each) { return each.form->stem.empty(); });  // the index has no place for them
  int found = 0;
  for (std::size_t begin = 0; begin + phrase.size() <= read_.size(); ++begin) {
    std::size_t same = 0;
    while (same < phrase.size() && is_stem_of(*read_[begin + same].form, phrase[same])) ++same;
    found += same == phrase.size() ? 1 : 0;
  }
  return found;
}

std::uint8_t SentenceIndex::counts_in(std::int64_t key, const Stems& phrase, WordCounts most) {
  WordCounts counts;
  analyzer_.trim();
  if (most.sentence > 0) {
    for (text_.bind(1, key); text_.step();) counts.sentence = count(text_.text(0), phrase);
  }
  if (most.headings > 0) {
    for (heading_.bind(1, key); heading_.step();) counts.headings = count(heading_.text(0), phrase);
  }
  return counts.to_byte();
}

std::vector<WordPlace> SentenceIndex::visited_places(const Stems& phrase, std::int64_t after) {
  std::vector<WordPlace> places;
  visit_.bind(3, after);
  visit_rows(visit_, stem_query(phrase), [&](const VisitedRow& row) {
    const VisitedRow::Frequency frequency = row.frequency(0);
    places.push_back({row.key(), WordCounts{frequency.first, frequency.others}.to_byte()});
  });
  return places;
}

void SentenceIndex::visit(const std::string& query, const std::function<void(const VisitedRow&)>& use) {
  visit_.bind(3, std::int64_t{0});
  visit_rows(visit_, query, use);
}

SentenceIndexes::SentenceIndexes(const Database& db, const SentencePriors& priors) : chunks(db), common(db) {
  const bool has_new = db.integer("SELECT max(key) FROM sentence").value_or(0) > common.until();
  all.reserve(kSentenceIndexes.size());
  for (std::size_t number = 0; number < kSentenceIndexes.size(); ++number) {
    if (chunks.totals(number).rows > 0) all.emplace_back(db, number, chunks, common, has_new, priors);
  }
}

void SentenceIndexes::forget_words() {
  for (SentenceIndex& index : all) index.forget_words();
}

}  // namespace claimbase
