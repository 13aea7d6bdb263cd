#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "analysis/language/unicode.h"
#include "indexer/commands.h"
#include "indexer/store_file.h"
#include "indexer/update.h"
#include "indexer/writer_lock.h"
#include "schema/store_check.h"
#include "schema/store_repair.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::vector<StoreProblem> problems;   // found
  std::vector<StoreProblem> remaining;  // afterwards
  RepairReport rows;
  bool rebuilt = false;
  std::optional<Summary> summary;  // of the update or rebuild
};

// Read only: a store that is opened for writing mends some of it unasked.
std::vector<StoreProblem> look(const fs::path& database) {
  try {
    Store store = Store::open(database, StoreMode::read_only);
    return find_store_problems(store.database(), false);
  } catch (const StoreError& error) {
    if (error.kind() == StoreErrorKind::older_schema) {
      Store store = Store::open(database, StoreMode::read_write);
      return find_store_problems(store.database(), true);
    }
    if (error.kind() != StoreErrorKind::corrupt) throw;
    return {{"store.pages", error.what(), Mend::rebuild}};
  }
}

bool needs(const std::vector<StoreProblem>& problems, Mend mend) {
  return std::ranges::find(problems, mend, &StoreProblem::mend) != problems.end();
}

class Repairing {
 public:
  Repairing(const fs::path& database, std::chrono::seconds wait, const Console& console, bool tells)
      : console_(console), tells_(tells) {
    request_.database = database;
    request_.wait = wait;
    request_.command = "repair";
  }

  Outcome run() && {
    made_.problems = made_.remaining = look(request_.database);
    if (tells_) {
      for (const StoreProblem& each : made_.problems) console_.out << printable("problem: " + each.message) << '\n';
    }
    if (needs(made_.remaining, Mend::repair) && !needs(made_.remaining, Mend::rebuild)) mend_rows();
    if (!made_.remaining.empty() && !needs(made_.remaining, Mend::rebuild)) {
      update_store();
      made_.remaining = look(request_.database);
    }
    if (!made_.remaining.empty()) rebuild();
    return std::move(made_);
  }

 private:
  void mend_rows() {
    const WriterLock lock(request_.database, request_.command, request_.wait);  // an update takes its own
    Store store = Store::open(request_.database, StoreMode::read_write);
    made_.rows = repair_rows(store.database());
  }

  void rebuild() {
    if (tells_) console_.out << "it is made anew from its sources\n";
    request_.rebuild = true;
    update_store();
    made_.rebuilt = true;
    made_.remaining = look(request_.database);
  }

  void update_store() {
    UpdateListener listener;
    listener.on_problem = [this](const FileProblem& problem) {
      if (problem.severity == Severity::error) console_.err << to_line(problem) << '\n';
    };
    made_.summary = update(request_, listener);
  }

  const Console& console_;
  bool tells_;
  UpdateRequest request_;
  Outcome made_;
};

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void print(const Console& console, const fs::path& database, const Outcome& outcome) {
  if (outcome.problems.empty()) {
    console.out << printable(database.string()) << ": nothing is wrong\n";
    return;
  }
  if (!outcome.rebuilt) {
    const RepairReport& rows = outcome.rows;
    console.out << counted(static_cast<std::size_t>(rows.dropped), "row") << " dropped, "
                << counted(rows.articles.size(), "article") << " and "
                << fmt::format("{} {}", rows.libraries.size(), rows.libraries.size() == 1 ? "library" : "libraries")
                << " read again" << (rows.full_text ? ", full text made anew" : "") << '\n';
  }
  for (const StoreProblem& each : outcome.remaining) {
    console.out << printable("still a problem: " + each.message) << '\n';
  }
  if (outcome.remaining.empty()) console.out << printable(database.string()) << ": nothing is wrong any more\n";
}

nlohmann::ordered_json to_json(const std::vector<StoreProblem>& problems) {
  auto list = nlohmann::ordered_json::array();
  for (const StoreProblem& each : problems) list.push_back({{"rule", each.rule}, {"message", each.message}});
  return list;
}

void print_json(const Console& console, const fs::path& database, const Outcome& outcome) {
  const nlohmann::ordered_json made{{"database", database.string()},           {"problems", to_json(outcome.problems)},
                                    {"remaining", to_json(outcome.remaining)}, {"rebuilt", outcome.rebuilt},
                                    {"dropped", outcome.rows.dropped},         {"articles", outcome.rows.articles},
                                    {"libraries", outcome.rows.libraries}};
  console.out << made.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

IndexExit run_repair(const fs::path& database, std::chrono::seconds wait, bool json, bool quiet,
                     const Console& console) {
  if (!has_content(database)) {
    throw StoreError(StoreErrorKind::missing, 0, "repair " + database.string() + ": there is no such store");
  }
  const Outcome outcome = Repairing(database, wait, console, !json && !quiet).run();
  if (json) {
    print_json(console, database, outcome);
  } else if (!quiet) {
    print(console, database, outcome);
  }
  const bool failed = outcome.summary && outcome.summary->failed > 0;
  return !outcome.remaining.empty() || failed ? IndexExit::incomplete : IndexExit::ok;
}

}  // namespace claimbase
