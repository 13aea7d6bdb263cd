#include "analysis/library/latex.h"

#include <unicode/normalizer2.h>

#include <array>
#include <map>

#include "analysis/bibliography/scan.h"
#include "analysis/language/resources.h"
#include "analysis/library/fields.h"

namespace claimbase::library {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Commands {
  std::map<std::string_view, std::string_view, std::less<>> symbols;  // "ss" -> "ß"
  std::map<std::string_view, std::string_view, std::less<>> accents;  // "\"" -> U+0308
};

Commands load_commands() {
  Commands commands;
  for (const auto& row : tsv_rows(resource("bibliography/latex.tsv"))) {
    if (row.size() < 3) continue;
    (row[0] == "accent" ? commands.accents : commands.symbols).emplace(row[1], row[2]);
  }
  return commands;
}

std::string composed(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return text;
  std::string made;
  icu::StringByteSink<std::string> sink(&made);
  nfc->normalizeUTF8(0, text, sink, nullptr, error);
  return U_FAILURE(error) ? text : made;
}

class Decoder {
 public:
  Decoder(std::string_view text, const Commands& commands) : text_(text), commands_(commands) {}

  std::string run() && {
    while (at_ < text_.size()) step();
    flush_accent();
    return composed(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '\\') {
      command();
    } else if (c == '{' || c == '}' || c == '$') {
      if (c == '}') flush_accent();
      ++at_;
    } else if (c == '~') {
      put(" ", 1);
    } else if (!ligature()) {
      put_character();
    }
  }

  bool ligature() {
    struct Ligature {
      std::string_view typed;
      std::string_view text;
    };
    static constexpr std::array<Ligature, 4> kLigatures{
        {{"---", "\u2014"}, {"--", "\u2013"}, {"``", "\u201c"}, {"''", "\u201d"}}};
    for (const auto& [typed, text] : kLigatures) {
      if (text_.substr(at_).starts_with(typed)) {
        put(text, typed.size());
        return true;
      }
    }
    return false;
  }

  void put_character() {
    const scan::CodePoint c = scan::at(text_, at_);
    const std::string_view bytes = text_.substr(at_, c.size);
    if (!accent_.empty() && scan::is_space(bytes.front())) {  // "\" u": the letter is still to come
      at_ += c.size;
      return;
    }
    put(bytes, c.size);
  }

  // A combining mark stands behind its letter, an accent command before it.
  void put(std::string_view text, std::size_t taken) {
    out_ += text;
    out_ += accent_;
    accent_ = {};
    at_ += taken;
  }

  void flush_accent() { accent_ = {}; }

  void command() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    const bool word = end > at_ + 1;
    if (!word && end < text_.size()) ++end;
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    if (const auto accent = commands_.accents.find(name); accent != commands_.accents.end()) {
      at_ = end;
      accent_ = accent->second;
      return;
    }
    const auto symbol = commands_.symbols.find(name);
    if (word) {  // white space behind a word only ends it
      while (end < text_.size() && scan::is_space(text_[end])) ++end;
    }
    if (symbol != commands_.symbols.end()) {
      put(symbol->second, end - at_);
    } else if (!word && !name.empty() && static_cast<unsigned char>(name[0]) < 0x80) {
      put(scan::is_space(name[0]) ? " " : name, end - at_);  // "\&", "\%", "\{"
    } else {
      at_ = word ? end : at_ + 1;
      if (name == "begin" || name == "end") skip_group();
    }
  }

  void skip_group() {
    if (at_ >= text_.size() || text_[at_] != '{') return;
    const std::size_t close = text_.find('}', at_);
    at_ = close == std::string_view::npos ? text_.size() : close + 1;
  }

  std::string_view text_;
  const Commands& commands_;
  std::size_t at_ = 0;
  std::string out_;
  std::string_view accent_;
};

}  // namespace

std::string from_latex(std::string_view text) {
  static const Commands commands = load_commands();
  return clean(Decoder(text, commands).run());
}

}  // namespace claimbase::library
