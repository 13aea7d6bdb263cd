#include "schema/plain_work.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schema/work_json.h"

namespace claimbase {
namespace {

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Each function takes what it reads from the front; false or nothing: it stands otherwise.
class PlainReader {
 public:
  explicit PlainReader(std::string_view json) : rest_(json) {}

  [[nodiscard]] std::optional<ReferenceRecord> work() {
    ReferenceRecord work;
    const auto member = [&](std::string_view name) { return value(work, name); };
    if (!object(member) || !rest_.empty()) return std::nullopt;
    return work;
  }

 private:
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // The writer escapes control characters as \u00.., and puts U+FFFD for U+0000.
  bool escape(std::string& text) {
    if (rest_.starts_with("ufffd")) {
      text += "\xEF\xBF\xBD";
      rest_.remove_prefix(5);
      return true;
    }
    if (rest_.starts_with("u00") && rest_.size() >= 5) {
      const int high = hexadecimal_digit(rest_[3]);
      const int low = hexadecimal_digit(rest_[4]);
      if ((high != 0 && high != 1) || low < 0) return false;
      text += static_cast<char>(high * 16 + low);
      rest_.remove_prefix(5);
      return true;
    }
    if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\\')) return false;
    text += rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  bool text(std::string& text) {
    text.clear();
    if (!take('"')) return false;
    for (;;) {
      std::size_t plain = 0;
      while (plain < rest_.size() && rest_[plain] != '"' && rest_[plain] != '\\' &&
             static_cast<unsigned char>(rest_[plain]) >= 0x20)
        ++plain;
      text.append(rest_.substr(0, plain));
      rest_.remove_prefix(plain);
      if (take('"')) return true;
      if (!take('\\') || !escape(text)) return false;
    }
  }

  [[nodiscard]] std::optional<int> number() {
    constexpr std::size_t kMostDigits = 9;
    const bool negative = take('-');
    std::size_t digits = 0;
    int value = 0;
    for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
      if (digits == kMostDigits || (digits == 1 && value == 0)) return std::nullopt;
      value = value * 10 + (rest_[digits] - '0');
    }
    if (digits == 0) return std::nullopt;
    rest_.remove_prefix(digits);
    return negative ? -value : value;
  }

  template <typename Each>
  bool sequence(char open, char close, const Each& each) {
    if (!take(open)) return false;
    if (take(close)) return true;
    do {
      if (!each()) return false;
    } while (take(','));
    return take(close);
  }

  template <typename Member>
  bool object(const Member& member) {
    std::string name;
    return sequence('{', '}', [&] { return text(name) && take(':') && member(name); });
  }

  bool names(std::vector<AuthorRecord>& list) {
    list.clear();
    return sequence('[', ']', [&] {
      AuthorRecord& author = list.emplace_back();
      return object([&](std::string_view name) {
        if (name == "family") return text(author.family);
        if (name == "given") return text(author.given);
        return name == "literal" && text(author.literal);
      });
    });
  }

  bool value(ReferenceRecord& work, std::string_view name) {
    const auto field = std::ranges::find(text_fields(), name, &TextField::name);
    if (field != text_fields().end()) return text(work.*(field->member));
    if (name == "author") return names(work.authors);
    if (name == "editor") return names(work.editors);
    const auto list = std::ranges::find(list_fields(), name, &ListField::name);
    if (list != list_fields().end()) {
      std::vector<std::string>& texts = work.*(list->member);
      texts.clear();
      return sequence('[', ']', [&] { return text(texts.emplace_back()); });
    }
    const std::optional<int> read = number();
    if (!read) return false;
    if (name == "year") work.year = read;
    if (name == "level") work.level = *read;
    if (name == "et_al") work.et_al = *read != 0;
    return name == "year" || name == "level" || name == "et_al";
  }

  std::string_view rest_;
};

}  // namespace

std::optional<ReferenceRecord> read_plain_work(std::string_view json) {
  return PlainReader(json).work();
}

}  // namespace claimbase
