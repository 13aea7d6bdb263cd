// Xapian's index of the same sentences: index_xapian FOLDER DATABASE [plain|positions]. One document a sentence, stems
// only, as ours has them. A benchmark that is never installed: Xapian is licensed under the GPL.
#include <xapian.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bench/corpus_sentences.h"
#include "bench/cpu_clock.h"

namespace claimbase::bench {
namespace {

Xapian::TermGenerator generator(const std::string& stemmer) {
  Xapian::TermGenerator made;
  made.set_stemmer(Xapian::Stem(stemmer));
  made.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  return made;
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

nlohmann::json build(const std::filesystem::path& folder, const std::filesystem::path& file, bool positions) {
  std::filesystem::remove_all(file);
  Xapian::WritableDatabase db(file.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  Xapian::TermGenerator dutch = generator("dutch");
  Xapian::TermGenerator english = generator("english");
  Xapian::TermGenerator other = generator("none");
  double indexing = 0;
  const ReadCost read = for_each_batch(folder, [&](std::span<const IndexedSentence> sentences) {
    const double begin = process_seconds();
    for (const IndexedSentence& each : sentences) {
      Xapian::Document document;
      Xapian::TermGenerator& terms = each.language == "nl" ? dutch : each.language == "en" ? english : other;
      terms.set_document(document);
      if (positions) {
        terms.index_text(each.text);
      } else {
        terms.index_text_without_positions(each.text);
      }
      db.add_document(document);
    }
    indexing += process_seconds() - begin;
  });
  const double begin = process_seconds();
  db.commit();
  db.close();
  indexing += process_seconds() - begin;
  return {{"articles", read.articles},    {"bytes", read.bytes},        {"sentences", read.sentences},
          {"read_seconds", read.seconds}, {"insert_seconds", indexing}, {"store_bytes", bytes_below(file)}};
}

}  // namespace
}  // namespace claimbase::bench

int main(int argc, char** argv) {
  const std::string_view kind = argc == 4 ? argv[3] : "plain";
  if (argc < 3 || argc > 4 || (kind != "plain" && kind != "positions")) {
    std::cerr << "index_xapian FOLDER DATABASE [plain|positions]\n";
    return 2;
  }
  try {
    std::cout << claimbase::bench::build(argv[1], argv[2], kind == "positions") << '\n';
  } catch (const Xapian::Error& error) {
    std::cerr << "index_xapian: " << error.get_description() << '\n';
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "index_xapian: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
