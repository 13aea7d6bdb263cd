#include "analysis/language/stemmer.h"

#include <libstemmer.h>

#include <stdexcept>

#include "analysis/language/dutch_stemmer.h"
#include "analysis/language/stem_exceptions.h"

namespace claimbase {
namespace {

struct DeleteSnowball {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

class EnglishStemmer final : public Stemmer {
 public:
  EnglishStemmer() : snowball_(sb_stemmer_new("english", nullptr)) {
    if (!snowball_) throw std::runtime_error("libstemmer has no English");
  }

  std::string stem(std::string_view folded) override {
    static const StemExceptions exceptions("language/en/stem_exceptions.tsv");
    std::string_view word = folded;
    // Before the exceptions, so that "ginger's" and "analyses'" are found there as their plain forms are.
    if (word.size() > 3 && word.ends_with("'s"))
      word.remove_suffix(2);
    else if (word.size() > 3 && word.ends_with("s'"))
      word.remove_suffix(1);
    if (const auto target = exceptions.find(word)) {
      return target->literal ? std::string(target->word) : by_snowball(target->word);
    }
    return by_snowball(word);
  }

 private:
  [[nodiscard]] std::string by_snowball(std::string_view word) {
    const sb_symbol* made = sb_stemmer_stem(snowball_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                            static_cast<int>(word.size()));
    if (made == nullptr) throw std::bad_alloc();
    const int length = sb_stemmer_length(snowball_.get());
    if (length <= 0) return std::string(word);
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
  }

  std::unique_ptr<sb_stemmer, DeleteSnowball> snowball_;
};

class DutchStemmer final : public Stemmer {
 public:
  std::string stem(std::string_view folded) override { return dutch_stem(folded); }
};

class NoStemmer final : public Stemmer {
 public:
  std::string stem(std::string_view folded) override { return std::string(folded); }
};

}  // namespace

std::unique_ptr<Stemmer> make_stemmer(std::string_view language) {
  if (language == "nl") return std::make_unique<DutchStemmer>();
  if (language == "en") return std::make_unique<EnglishStemmer>();
  return std::make_unique<NoStemmer>();
}

}  // namespace claimbase
