// Records to print in any style: made up of word lists, or taken from labelled strings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/train_references/chance.h"
#include "tools/train_references/labelled_string.h"
#include "tools/train_references/word_lists.h"

namespace claimbase::training {

struct Person {
  std::string family;
  std::string given;     // written out; empty: not known
  std::string initials;  // "JK"
};

enum class RecordType : std::uint8_t { article, book, chapter, report, page, thesis, news };

struct Record {
  RecordType type = RecordType::article;
  bool dutch = false;
  std::vector<Person> authors;
  std::string organisation;  // instead of authors
  std::vector<Person> editors;
  int year = 0;  // 0: no date
  int month = 0;
  int day = 0;
  std::string title;
  std::string container;
  std::string volume;
  std::string issue;
  std::string pages;  // "12-19"
  std::string publisher;
  std::string place;
};

[[nodiscard]] Record made_up_record(const WordLists& words, Chance& chance);

/// The record of a labelled string that is an article; nothing where names or fields are missing.
[[nodiscard]] std::optional<Record> record_of(const LabelledString& string);

}  // namespace claimbase::training
