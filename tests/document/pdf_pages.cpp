#include "tests/document/pdf_pages.h"

#include <sstream>

namespace claimbase {
namespace {

std::string word_of(double left, double top, double size, const std::string& text, std::size_t characters) {
  std::ostringstream out;
  out << "<word xMin=\"" << left << "\" yMin=\"" << top << "\" xMax=\""
      << left + 0.5 * size * static_cast<double>(characters) << "\" yMax=\"" << top + size << "\">" << text
      << "</word>\n";
  return out.str();
}

std::size_t characters_of(const std::string& text) {
  std::size_t made = 0;
  for (const char c : text) made += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
  return made;
}

}  // namespace

PdfPages& PdfPages::page() {
  pages_ += (pages_.empty() ? "" : "</page>\n") + std::string("<page width=\"595\" height=\"842\">\n");
  return *this;
}

PdfPages& PdfPages::line(double left, double top, const std::string& words, double size) {
  pages_ += "<flow><block><line>\n";
  std::istringstream in(words);
  double end = left - 0.5 * size;
  for (std::string word; in >> word;) {
    const bool raised = word.starts_with('^');
    const bool apart = word.starts_with('~');
    if (raised || apart) word.erase(0, 1);
    const double own = raised ? 0.65 * size : size;
    const double begin = raised ? end : end + (apart ? 4 : 0.5) * size;
    pages_ += word_of(begin, raised ? top - 0.1 * size : top, own, word, characters_of(word));
    end = begin + 0.5 * own * static_cast<double>(characters_of(word));
  }
  pages_ += "</line></block></flow>\n";
  return *this;
}

PdfPages& PdfPages::lines(double left, double top, const std::vector<std::string>& all, double size) {
  for (const std::string& each : all) {
    line(left, top, each, size);
    top += 1.2 * size;
  }
  return *this;
}

std::string PdfPages::xhtml(const std::string& title) const {
  return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" + title +
         "</title><meta name=\"CreationDate\" content=\"2024-03-05T10:00:00Z\"/></head><body><doc>\n" + pages_ +
         "</page></doc></body></html>\n";
}

}  // namespace claimbase
