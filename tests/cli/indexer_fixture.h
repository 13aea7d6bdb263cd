// Runs claimbase-index in-process on a corpus in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/run.h"
#include "schema/store.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {

struct Ran {
  IndexExit exit = IndexExit::ok;
  std::string out;
  std::string err;
};

inline Ran run_index(const std::vector<std::string>& args, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const IndexExit exit = run_indexer(args, in, out, err);
  return {exit, out.str(), err.str()};
}

class IndexerTest : public testing::Test {
 protected:
  // Articles of two formats, with claims, citations and shared references.
  void write_corpus() {
    folder.write(
        "corpus/zink.txt",
        "Zink en verkoudheid\n\n"
        "Zink verkort een verkoudheid.1 Een tekort aan zink verzwakt de afweer.1,2\n\n"
        "Zink is nodig voor:2\n- de huid\n- het immuunsysteem\n\n"
        "Referenties\n\n"
        "1. Hunter, J., & Arentz, S. (2021). Zinc for the prevention of acute viral respiratory tract infections. BMJ "
        "Open, "
        "11(11), e047474.\n"
        "2. Prasad, A. S. (2008). Zinc in human health: effect of zinc on immune cells. Molecular Medicine, 14(5), "
        "353-357.\n");
    folder.write(
        "corpus/iron.md",
        "Iron and fatigue\n\n"
        "Iron deficiency causes fatigue. Iron supplements reduce fatigue in women without anaemia.1\n\n"
        "References\n\n"
        "1. Prasad, A. S. (2008). Zinc in human health: effect of zinc on immune cells. Molecular Medicine, 14(5), "
        "353-357.\n");
    folder.write("corpus/more/vitamine-d.txt",
                 "Vitamine D en botten\n\n"
                 "Vitamine D ondersteunt sterke botten. Volgens EFSA draagt het bij tot de normale spierfunctie.\n");
  }

  [[nodiscard]] std::string database() const { return (folder / "kb.db").string(); }
  [[nodiscard]] std::string corpus() const { return (folder / "corpus").string(); }

  Ran update(std::vector<std::string> more = {}) const {
    std::vector<std::string> args{"update", "--database", database()};
    args.insert(args.end(), more.begin(), more.end());
    return run_index(args);
  }

  // The first line of the summary of an update.
  static std::string first_line(const Ran& ran) { return ran.out.substr(0, ran.out.find('\n')); }

  // The store's whole content.
  static std::string dump(const std::filesystem::path& database) {
    std::ostringstream out;
    Store::open(database, StoreMode::read_only).canonical_dump(out);
    return out.str();
  }
  [[nodiscard]] std::string dump() const { return dump(database()); }

  // What a clean build of the corpus into another file holds.
  [[nodiscard]] std::string clean_dump(const std::vector<std::string>& more = {}) const {
    const std::filesystem::path other = folder / "clean.db";
    std::filesystem::remove(other);
    std::vector<std::string> args{"rebuild", "--quiet", "--database", other.string(), corpus()};
    args.insert(args.end(), more.begin(), more.end());
    EXPECT_EQ(run_index(args).exit, IndexExit::ok);
    return dump(other);
  }

  // As if the file were written again with the bytes it has.
  void touch(std::string_view name) const {
    std::filesystem::last_write_time(folder / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  }

  TemporaryFolder folder;
};

}  // namespace claimbase
