#include "analysis/claim/vocabulary_archive.h"

#include <cereal/archives/binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <type_traits>
#include <utility>
#include <vector>

namespace claimbase {
namespace {

/// What cereal's binary archive writes, read where it is: a stream costs more than most of these small values.
class ViewArchive : public cereal::InputArchive<ViewArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit ViewArchive(std::string_view bytes) : InputArchive(this), left_(bytes) {}

  void loadBinary(void* to, std::size_t size) {
    if (size > left_.size()) throw cereal::Exception("the compiled vocabulary ends too early");
    if (size == 0) return;  // of an empty list, whose address may be none
    std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
  }

 private:
  std::string_view left_;
};

}  // namespace
}  // namespace claimbase

// Enums are read as what they are written as.
template <>
struct cereal::traits::detail::get_output_from_input<claimbase::ViewArchive> {
  using type = cereal::BinaryOutputArchive;
};

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

// Found by cereal through the archive's namespace, with the names that it asks for.
template <class Value>
std::enable_if_t<std::is_arithmetic_v<Value>> load(ViewArchive& archive, Value& value) {
  archive.loadBinary(&value, sizeof(value));
}

template <class Bytes>
void load(ViewArchive& archive, cereal::BinaryData<Bytes>& bytes) {
  archive.loadBinary(bytes.data, static_cast<std::size_t>(bytes.size));
}

template <class Size>
void serialize(ViewArchive& archive, cereal::SizeTag<Size>& size) {
  archive(size.size);
}

template <class... Values>
void read(std::string_view bytes, Values&... values) {
  ViewArchive archive(bytes);
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
