// compile_vocabulary FOLDER LANGUAGE...: writes the built-in vocabulary as the programs have it built in (concepts.bin,
// and a phrases.LANGUAGE.bin each). A step of the build: what it writes is never older than the data.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>

#include "analysis/claim/compiled_phrases.h"
#include "analysis/claim/cues.h"
#include "analysis/claim/vocabulary_archive.h"
#include "analysis/language/analyzer.h"

namespace {

void write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

void compile(const std::filesystem::path& folder, std::span<char* const> languages) {
  const claimbase::Vocabulary vocabulary = claimbase::Vocabulary::from_sources();
  write_file(folder / "concepts.bin", claimbase::to_archive(vocabulary));
  for (const std::string language : languages) {
    claimbase::Analyzer analyzer(language);
    const claimbase::CueFile cues = claimbase::cues_of(language);
    write_file(folder / ("phrases." + language + ".bin"),
               claimbase::to_archive(claimbase::compile_phrases(vocabulary, language, cues.cues, analyzer)));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char* const> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() < 2) {
    std::cerr << "usage: compile_vocabulary FOLDER LANGUAGE...\n";
    return EXIT_FAILURE;
  }
  try {
    compile(arguments[1], arguments.subspan(2));
  } catch (const std::exception& error) {
    std::cerr << "compile_vocabulary: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
