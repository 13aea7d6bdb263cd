// Writes made-up articles into a folder, for measuring whole programs: write_articles FOLDER COUNT [FIRST].
#include <charconv>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "analysis/claim/vocabulary.h"
#include "bench/generated_articles.h"

namespace {

bool read_count(const char* text, std::uint64_t& count) {
  const char* end = text + std::strlen(text);
  return std::from_chars(text, end, count).ptr == end;
}

// A hundred files a folder, as sites have them.
void write(const std::filesystem::path& folder, std::uint64_t number, const std::string& text) {
  const std::filesystem::path into = folder / std::to_string(number / 100);
  std::filesystem::create_directories(into);
  std::ofstream(into / (std::to_string(number) + ".txt"), std::ios::binary) << text;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t count = 0;
  std::uint64_t first = 0;
  if (argc < 3 || !read_count(argv[2], count) || (argc > 3 && !read_count(argv[3], first))) {
    std::cerr << "write_articles FOLDER COUNT [FIRST]\n";
    return 2;
  }
  const claimbase::Vocabulary vocabulary = claimbase::Vocabulary::built_in();
  const claimbase::bench::ArticleGenerator generator(vocabulary);
  for (std::uint64_t number = first; number < first + count; ++number)
    write(argv[1], number, generator.article(number));
  return 0;
}
