// Draws queries from a folder of articles: draw_queries FOLDER COUNT > queries.tsv. COUNT of each kind.
#include <charconv>
#include <cstring>
#include <exception>
#include <iostream>

#include "bench/query_set.h"

int main(int argc, char** argv) {
  std::size_t each = 0;
  if (argc != 3 || std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), each).ec != std::errc()) {
    std::cerr << "draw_queries FOLDER COUNT\n";
    return 2;
  }
  try {
    claimbase::bench::write_queries(std::cout, claimbase::bench::draw_queries(argv[1], each));
  } catch (const std::exception& error) {
    std::cerr << "draw_queries: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
