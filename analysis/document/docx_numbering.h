// The numbers that Word prints before list items, counted as it counts them.
#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>

namespace claimbase::reading {

class DocxNumbering {
 public:
  DocxNumbering() = default;
  /// Of the root of numbering.xml.
  explicit DocxNumbering(pugi::xml_node root);

  /// The next item of a list at a level from 0: its number, 0 where it has a bullet or nothing. Items must come in the
  /// order of the text.
  [[nodiscard]] int next(int list, int level);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    int start = 1;
    bool counts = false;  // prints a number
  };
  struct Abstract {
    std::array<Level, kLevels> levels;
    std::array<int, kLevels> counted{};  // 0: none yet
    std::string defines;                 // styleLink: the list style that has these levels
    std::string uses;                    // numStyleLink: the one whose levels count instead
  };
  struct List {
    int abstract = -1;
    std::map<int, int> restarts;  // level -> first number
    bool used = false;
  };
  static void read_level(pugi::xml_node node, Abstract& made);
  void follow_styles();

  std::map<int, Abstract> abstracts_;
  std::map<int, List> lists_;
};

}  // namespace claimbase::reading
