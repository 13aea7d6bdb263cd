// compile_wordings FOLDER LANGUAGE...: writes the stems of the built-in register's wordings as the programs have them
// built in (a wordings.LANGUAGE.bin each). A step of the build: what it writes is never older than the data.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/compliance/compile_wordings.h"

namespace {

void write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char* const> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() < 3) {
    std::cerr << "usage: compile_wordings FOLDER LANGUAGE...\n";
    return EXIT_FAILURE;
  }
  try {
    for (const std::string language : arguments.subspan(2)) {
      write_file(std::filesystem::path(arguments[1]) / ("wordings." + language + ".bin"),
                 claimbase::compiled_wordings(language));
    }
  } catch (const std::exception& error) {
    std::cerr << "compile_wordings: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
