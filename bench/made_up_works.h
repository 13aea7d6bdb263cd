// Works that do not exist, for reference lists: any number of them, each with all that an entry prints.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "bench/draw.h"
#include "bench/made_up_words.h"

namespace claimbase::bench {

struct MadeUpWork {
  struct Author {
    std::string family;
    std::string initials;  // "JK"
  };
  std::vector<Author> authors;
  std::string title;
  std::string journal;
  std::string abbreviation;  // of the journal; its name where it has none
  std::size_t year = 0;
  std::size_t volume = 0;
  std::size_t issue = 0;  // 0: none
  std::size_t first_page = 0;
  std::size_t last_page = 0;  // the first: the work has a number, no pages
  std::string doi;
};

/// The same number is the same work on every machine.
class MadeUpWorks {
 public:
  explicit MadeUpWorks(const Vocabulary& vocabulary);

  [[nodiscard]] MadeUpWork work(std::size_t number) const;

 private:
  struct Journal {
    std::string name;
    std::string abbreviation;
  };

  [[nodiscard]] std::string title(Draw& draw) const;
  [[nodiscard]] std::vector<MadeUpWork::Author> authors(Draw& draw) const;

  std::vector<std::string> titles_;
  std::vector<std::string> subtitles_;
  std::vector<std::string> populations_;
  std::vector<std::string> families_;
  std::vector<std::string> given_names_;
  std::vector<Journal> journals_;
  std::array<std::vector<std::string>, 2> labels_;  // by ConceptScheme, English
  MadeUpWords words_{"en"};
};

}  // namespace claimbase::bench
