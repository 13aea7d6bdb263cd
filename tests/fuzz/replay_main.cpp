// Runs a fuzz target without a fuzzer: over each file given, and over each file in the folders given, as it is and
// spoilt in ways that are the same every time: cut short, and with one byte replaced. Exit 2 where there was nothing to
// run.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;

// Of one file; a target takes a few seconds under the sanitizers.
constexpr std::size_t kVariantsPerKind = 64;

std::vector<fs::path> files_of(const fs::path& given) {
  if (!fs::is_directory(given)) return {given};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(given)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error("read " + file.string() + ": failed");
  return bytes;
}

void run(const std::string& bytes) {
  // A copy of its exact size on the heap: a read past the end is one that AddressSanitizer sees.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

std::size_t run_with_variants(const std::string& bytes) {
  run(bytes);
  std::size_t runs = 1;
  const std::size_t step = std::max<std::size_t>(1, bytes.size() / kVariantsPerKind);
  constexpr char kSpoilers[] = {'\0', '\n', ' ', '.', '<', '[', '9', '\x80', '\xC3', '\xE2', '\xFF'};
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    run(bytes.substr(0, at));
    std::string spoilt = bytes;
    spoilt[at] = kSpoilers[(at / step) % std::size(kSpoilers)];
    run(spoilt);
    runs += 2;
  }
  return runs;
}

std::size_t replay(std::span<char*> arguments) {
  std::size_t runs = 0;
  for (const char* argument : arguments) {
    for (const fs::path& file : files_of(argument)) {
      // Named before it runs, so that the last line before a crash says which file it was.
      std::fprintf(stderr, "%s\n", file.c_str());
      runs += run_with_variants(read_file(file));
    }
  }
  return runs;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::size_t runs = replay(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
    std::printf("%zu inputs\n", runs);
    return runs == 0 ? 2 : 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
