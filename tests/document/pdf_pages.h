// Layouts as pdftotext -bbox-layout gives them, for tests: fixed width, half the size a character.
#pragma once

#include <string>
#include <vector>

namespace claimbase {

class PdfPages {
 public:
  /// A page of A4.
  PdfPages& page();
  /// A line of words whose baseline is some 0.8 of the size below `top`. "^1,2" is raised, glued to the word before it;
  /// "~" before a word: behind a gap as between columns.
  PdfPages& line(double left, double top, const std::string& words, double size = 10);
  /// Lines of one paragraph, 12 points apart.
  PdfPages& lines(double left, double top, const std::vector<std::string>& all, double size = 10);
  [[nodiscard]] std::string xhtml(const std::string& title = {}) const;

 private:
  std::string pages_;
};

}  // namespace claimbase
