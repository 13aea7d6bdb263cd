#include "analysis/claim/vocabulary_archive.h"

#include <cereal/archives/binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <cstdint>
#include <istream>
#include <sstream>
#include <streambuf>
#include <utility>
#include <vector>

namespace claimbase {

// Found by cereal through the types' namespace.
template <class Archive>
void serialize(Archive& archive, Label& label) {
  archive(label.text, label.language, label.inverse, label.kind);
}

template <class Archive>
void serialize(Archive& archive, Concept& each) {
  archive(each.id, each.scheme, each.valence, each.kind, each.general, each.broader, each.exact_match, each.labels);
}

template <class Archive>
void serialize(Archive& archive, LabelPhrase& phrase) {
  archive(phrase.owner, phrase.label, phrase.path, phrase.printed, phrase.place, phrase.one_word);
}

template <class Archive>
void serialize(Archive& archive, CompiledPhrases& phrases) {
  archive(phrases.stems, phrases.labels, phrases.cues, phrases.tails);
}

namespace {

template <class... Values>
std::string written(const Values&... values) {
  std::ostringstream out;
  cereal::BinaryOutputArchive archive(out);
  archive(values...);
  return std::move(out).str();
}

// Reads bytes where they are.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): of a buffer that is only read
    char* const begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

template <class... Values>
void read(std::string_view bytes, Values&... values) {
  ViewBuffer buffer(bytes);
  std::istream in(&buffer);
  cereal::BinaryInputArchive archive(in);
  archive(values...);
}

}  // namespace

std::string to_archive(const Vocabulary& vocabulary) {
  return written(vocabulary.concepts(), vocabulary.fingerprint());
}

std::string to_archive(const CompiledPhrases& phrases) {
  return written(phrases);
}

Vocabulary vocabulary_from_archive(std::string_view bytes) {
  std::vector<Concept> concepts;
  std::uint64_t fingerprint = 0;
  read(bytes, concepts, fingerprint);
  return {std::move(concepts), fingerprint};
}

CompiledPhrases phrases_from_archive(std::string_view bytes) {
  CompiledPhrases phrases;
  read(bytes, phrases);
  return phrases;
}

}  // namespace claimbase
