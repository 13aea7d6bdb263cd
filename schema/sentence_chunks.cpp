#include "schema/sentence_chunks.h"

#include <algorithm>
#include <limits>
#include <string>

#include "schema/column_sizes.h"

namespace claimbase {
namespace {

constexpr std::uint8_t kIndexBits = 0x03;
constexpr std::uint8_t kContentBit = 0x04;
constexpr std::uint8_t kHeadingBit = 0x08;
constexpr std::uint8_t kClaimsBit = 0x10;
constexpr std::int64_t kMostChunks = 1 << 22;  // seventeen thousand million keys

std::int64_t words_of(std::string_view sizes) {
  std::uint64_t words = 0;
  each_column_size(sizes, [&words](std::uint64_t of_column) { words += of_column; });
  return words < kMostSentenceWords ? static_cast<std::int64_t>(words) : kMostSentenceWords;
}

using AllTotals = std::array<SentenceChunks::Totals, kSentenceIndexes.size()>;

// `lengths` and `traits`: of one chunk, or of several.
AllTotals totals_of(std::string_view lengths, std::string_view traits) {
  std::array<SentenceChunks::Totals, kIndexBits + 1> totals{};
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    SentenceChunks::Totals& total = totals[static_cast<unsigned char>(traits[i]) & kIndexBits];
    total.words += static_cast<unsigned char>(lengths[i]);
    total.rows += lengths[i] != 0 ? 1 : 0;
  }
  return {totals[0], totals[1], totals[2]};
}

constexpr std::size_t kTotalBytes = 4;

std::string to_blob(const AllTotals& totals) {
  std::string blob;
  for (const SentenceChunks::Totals& each : totals) {
    for (const std::int64_t number : {each.rows, each.words}) {
      for (std::size_t i = 0; i < kTotalBytes; ++i) {
        blob += static_cast<char>(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i)));
      }
    }
  }
  return blob;
}

void add(AllTotals& totals, std::string_view blob) {
  if (blob.size() != 2 * kTotalBytes * totals.size()) return;
  const auto number_at = [blob](std::size_t at) {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < kTotalBytes; ++i) {
      number |= static_cast<std::int64_t>(static_cast<unsigned char>(blob[at + i])) << (8 * i);
    }
    return number;
  };
  for (std::size_t i = 0; i < totals.size(); ++i) {
    totals[i].rows += number_at(2 * kTotalBytes * i);
    totals[i].words += number_at(2 * kTotalBytes * i + kTotalBytes);
  }
}

// Columns: key, sizes of the index, content, heading, claims.
std::string rows_of_index(std::string_view index) {
  return "SELECT d.id, d.sz, b.role = 'content', b.kind = 'heading', EXISTS (SELECT 1 FROM mention AS m WHERE "
         "m.sentence = d.id) FROM sentence_fts_" +
         std::string(index) +
         "_docsize AS d CROSS JOIN sentence AS s ON s.key = d.id CROSS JOIN block AS b ON b.key = s.block"
         " WHERE d.id BETWEEN ?1 AND ?2 ORDER BY d.id";
}

template <typename Use>
void each_sentence(const Database& db, std::int64_t first, std::int64_t last, const Use& use) {
  for (std::size_t index = 0; index < kSentenceIndexes.size(); ++index) {
    Statement rows(db, rows_of_index(kSentenceIndexes[index]));
    rows.bind(1, first).bind(2, last);
    while (rows.step()) {
      const SentenceTraits traits{index, rows.integer(2) != 0, rows.integer(3) != 0, rows.integer(4) != 0};
      use(rows.integer(0), words_of(rows.blob(1)), to_byte(traits));
    }
  }
}

}  // namespace

std::uint8_t to_byte(const SentenceTraits& traits) {
  auto byte = static_cast<unsigned>(traits.index);
  if (traits.content) byte |= kContentBit;
  if (traits.heading) byte |= kHeadingBit;
  if (traits.claims) byte |= kClaimsBit;
  return static_cast<std::uint8_t>(byte);
}

SentenceTraits traits_of(std::uint8_t byte) {
  return {static_cast<std::size_t>(byte & kIndexBits), (byte & kContentBit) != 0, (byte & kHeadingBit) != 0,
          (byte & kClaimsBit) != 0};
}

SentenceChunkWriter::SentenceChunkWriter(Database& db)
    : read_(db, "SELECT lengths, traits FROM sentence_chunk WHERE chunk = ?1"),
      write_(db,
             "INSERT INTO sentence_chunk(chunk, lengths, traits, totals) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (chunk)"
             " DO UPDATE SET lengths = excluded.lengths, traits = excluded.traits, totals = excluded.totals"),
      remove_(db, "DELETE FROM sentence_chunk WHERE chunk = ?1") {}

void SentenceChunkWriter::set(std::int64_t key, std::int64_t words, std::uint8_t traits) {
  if (key / kChunkKeys != number_) open(key / kChunkKeys);
  const auto at = static_cast<std::size_t>(key % kChunkKeys);
  lengths_[at] = static_cast<char>(static_cast<unsigned char>(words));
  traits_[at] = static_cast<char>(traits);
}

void SentenceChunkWriter::close() {
  if (number_ < 0) return;
  if (lengths_.find_first_not_of('\0') == std::string::npos) {
    remove_.bind(1, number_).run();
  } else {
    const std::string totals = to_blob(totals_of(lengths_, traits_));
    write_.bind(1, number_).bind_blob(2, lengths_).bind_blob(3, traits_).bind_blob(4, totals).run();
  }
  number_ = -1;
}

// A text of another size is no chunk of ours and is made anew.
void SentenceChunkWriter::open(std::int64_t number) {
  close();
  lengths_.assign(static_cast<std::size_t>(kChunkKeys), '\0');
  traits_ = lengths_;
  for (read_.bind(1, number); read_.step();) {
    if (read_.blob(0).size() != lengths_.size() || read_.blob(1).size() != traits_.size()) continue;
    lengths_ = read_.blob(0);
    traits_ = read_.blob(1);
  }
  number_ = number;
}

SentenceChunks::SentenceChunks(const Database& db) {
  Statement rows(db, "SELECT chunk, lengths, traits, totals FROM sentence_chunk ORDER BY chunk");
  while (rows.step()) {
    const std::int64_t number = rows.integer(0);
    if (number < 0 || number > kMostChunks || rows.blob(1).size() != kChunkKeys || rows.blob(2).size() != kChunkKeys)
      continue;
    const auto at = static_cast<std::size_t>(number);
    if (at >= chunks_.size()) chunks_.resize(at + 1);
    chunks_[at] = std::make_unique_for_overwrite<Chunk>();
    Chunk& chunk = *chunks_[at];
    std::ranges::copy(rows.blob(1), chunk.lengths.begin());
    std::ranges::copy(rows.blob(2), chunk.traits.begin());
    add(totals_, rows.blob(3));
  }
  if (chunks_.empty()) {
    each_sentence(db, 0, kMostChunks * kChunkKeys, [this](std::int64_t key, std::int64_t words, std::uint8_t traits) {
      Chunk& chunk = open(key / kChunkKeys);
      chunk.lengths[static_cast<std::size_t>(key % kChunkKeys)] = static_cast<std::uint8_t>(words);
      chunk.traits[static_cast<std::size_t>(key % kChunkKeys)] = traits;
      Totals& total = totals_[traits_of(traits).index];
      total.words += words;
      total.rows += words != 0 ? 1 : 0;
    });
  }
}

SentenceChunks::Chunk& SentenceChunks::open(std::int64_t number) {
  const auto at = static_cast<std::size_t>(number);
  if (at >= chunks_.size()) chunks_.resize(at + 1);
  if (!chunks_[at]) chunks_[at] = std::make_unique<Chunk>();
  return *chunks_[at];
}

void write_sentence_chunks(Database& db, std::int64_t first, std::int64_t last) {
  SentenceChunkWriter chunk(db);
  each_sentence(db, first, last,
                [&](std::int64_t key, std::int64_t words, std::uint8_t traits) { chunk.set(key, words, traits); });
  chunk.close();
}

void clear_sentence_chunks(Database& db, std::vector<std::int64_t> keys) {
  std::ranges::sort(keys);
  SentenceChunkWriter chunk(db);
  for (const std::int64_t key : keys) chunk.set(key, 0, 0);
  chunk.close();
}

void rebuild_sentence_chunks(Database& db) {
  db.execute("DELETE FROM sentence_chunk");
  constexpr std::int64_t kSpan = kChunkKeys * 16;  // the three indexes write to each chunk: while it is in memory
  const std::int64_t last = db.integer("SELECT max(key) FROM sentence").value_or(0);
  for (std::int64_t first = 0; first <= last; first += kSpan) write_sentence_chunks(db, first, first + kSpan - 1);
}

std::int64_t count_wrong_sentence_chunks(const Database& db) {
  const SentenceChunks chunks(db);
  std::int64_t wrong = 0;
  std::int64_t right = 0;
  each_sentence(db, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                [&](std::int64_t key, std::int64_t words, std::uint8_t traits) {
                  const bool same = chunks.length(key) == words && (words == 0 || chunks.traits(key) == traits);
                  wrong += same ? 0 : 1;
                  right += same && words != 0 ? 1 : 0;
                });
  std::int64_t held = 0;
  for (std::size_t index = 0; index < kSentenceIndexes.size(); ++index) held += chunks.totals(index).rows;
  return std::max(wrong, held - right);  // of what is gone too
}

}  // namespace claimbase
