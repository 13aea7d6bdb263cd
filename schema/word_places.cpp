#include "schema/word_places.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace claimbase {
namespace {

constexpr std::size_t kFirstBytes = 8;
constexpr std::size_t kHeadBytes = 16;
constexpr int kMostCounted = 15;

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

// Rounded up: it is a bound.
std::uint32_t bits_of(double value) {
  return std::bit_cast<std::uint32_t>(
      std::nextafter(static_cast<float>(value), std::numeric_limits<float>::infinity()));
}

double number_of(std::uint64_t bits) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
}

}  // namespace

std::uint8_t WordCounts::to_byte() const {
  return static_cast<std::uint8_t>((std::min(sentence, kMostCounted) << 4) | std::min(headings, kMostCounted));
}

void append_place(std::string& bytes, std::uint64_t distance, std::uint8_t counts) {
  std::array<char, 11> written{};  // ten times seven bits, and `counts`
  std::size_t size = 0;
  for (; distance >= 0x80; distance >>= 7U)
    written[size++] = static_cast<char>(static_cast<unsigned char>(distance | 0x80U));
  written[size++] = static_cast<char>(static_cast<unsigned char>(distance));
  written[size++] = static_cast<char>(counts);
  bytes.append(written.data(), size);
}

void WordPlacesWriter::add(const WordPlace& place, double score) {
  append_place(places_, static_cast<std::uint64_t>(place.key) - static_cast<std::uint64_t>(last_), place.counts);
  last_ = place.key;
  best_ = std::max(best_, score);
  if (++in_block_ == kBlockPlaces) close();
}

void WordPlacesWriter::close() {
  if (in_block_ == 0) return;
  put(heads_, static_cast<std::uint64_t>(last_), 8);
  put(heads_, begin_, 4);
  put(heads_, bits_of(best_), 4);
  begin_ = static_cast<std::uint32_t>(places_.size());
  ++blocks_;
  in_block_ = 0;
  best_ = 0;
}

std::string WordPlacesWriter::take() {
  close();
  std::string bytes;
  bytes.reserve(kFirstBytes + heads_.size() + places_.size());
  put(bytes, blocks_, 4);
  put(bytes, std::bit_cast<std::uint32_t>(static_cast<float>(mean_length_)), 4);
  bytes += heads_;
  bytes += places_;
  *this = WordPlacesWriter(mean_length_);
  return bytes;
}

WordPlaces::WordPlaces(std::string bytes) : bytes_(std::move(bytes)) {
  if (bytes_.size() < kFirstBytes) return;
  blocks_ = std::min<std::size_t>(number(0, 4), (bytes_.size() - kFirstBytes) / kHeadBytes);
  mean_length_ = number_of(number(4, 4));
}

std::uint64_t WordPlaces::number(std::size_t at, std::size_t size) const {
  std::uint64_t value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, bytes_.data() + at, size);
  } else {
    for (std::size_t i = 0; i < size; ++i) {
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at + i])) << (8 * i);
    }
  }
  return value;
}

std::int64_t WordPlaces::last_key(std::size_t block) const {
  return static_cast<std::int64_t>(number(kFirstBytes + block * kHeadBytes, 8));
}

double WordPlaces::best(std::size_t block) const {
  return number_of(number(kFirstBytes + block * kHeadBytes + 12, 4));
}

void WordPlaces::read(std::size_t block, std::vector<WordPlace>& places) const {
  places.resize(kBlockPlaces);  // written in place, for most searches do little else
  std::size_t count = 0;
  const std::size_t offset = number(kFirstBytes + block * kHeadBytes + 8, 4);
  std::int64_t key = block == 0 ? 0 : last_key(block - 1);
  const std::int64_t last = last_key(block);
  std::size_t at = kFirstBytes + blocks_ * kHeadBytes + offset;
  const std::string_view bytes = bytes_;
  while (count < kBlockPlaces && key != last) {
    std::uint64_t distance = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      distance |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
      if (byte < 0x80) break;
    }
    if (distance == 0 || at >= bytes.size()) break;  // no bytes of ours
    key = static_cast<std::int64_t>(static_cast<std::uint64_t>(key) + distance);
    places[count++] = {key, static_cast<std::uint8_t>(bytes[at++])};
  }
  places.resize(count);
}

}  // namespace claimbase
