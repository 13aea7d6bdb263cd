// Sentences of copy with what the law and the sources say of them: audit_law_sentences.tsv, audit_source_sentences.tsv.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/register/register.h"
#include "indexer/run.h"
#include "query/audit/audit.h"
#include "schema/store.h"
#include "tests/data_rows.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

/// What a row expects, or what the program said.
struct Answer {
  std::string judged;  // the law's class; the sources' verdicts
  std::string rules;
  friend bool operator==(const Answer&, const Answer&) = default;
};

struct Row {
  std::string id;
  std::string language;
  std::string copy;
  Answer expected;
  std::string known;
};

std::string unescaped(std::string_view cell) {
  std::string text(cell);
  for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

std::vector<Row> rows_of(const std::string& file) {
  std::vector<Row> rows;
  for (const auto& cells : data_rows("query/" + file)) {
    if (cells.size() < 5) {
      ADD_FAILURE() << file << ": a row of " << cells.size() << " cells: " << cells.front();
      continue;
    }
    rows.push_back({cells[0], cells[1], unescaped(cells[2]), {cells[3], cells[4]}, cells.size() > 5 ? cells[5] : ""});
  }
  return rows;
}

void append(std::string& list, std::string_view each) {
  if (!list.empty()) list += ' ';
  list += each;
}

std::string or_dash(const std::string& list) {
  return list.empty() ? "-" : list;
}

/// One of each for all rows.
class Auditor {
 public:
  AuditedFile audit(const Row& row, const Database* index) {
    ReadOptions options;
    options.language = row.language;
    options.format = Format::text;
    return audit_file(tools(index), row.id, row.copy, options);
  }
  std::vector<Finding> findings(const AuditedFile& file, const Database* index) {
    return findings_of(tools(index), {file});
  }

 private:
  AuditTools tools(const Database* index) { return {vocabulary_, extractor_, judge_, index}; }

  const Vocabulary vocabulary_ = Vocabulary::built_in();
  ClaimExtractor extractor_{vocabulary_, Annotates::copy};
  LawJudge judge_{built_in_register(), vocabulary_};
};

Auditor& auditor() {
  static Auditor only;
  return only;
}

/// Compares each row; a row that is known to be wrong must be wrong.
void compare(const std::string& file, const std::function<Answer(const Row&)>& ask) {
  std::size_t right = 0;
  std::size_t known = 0;
  std::set<std::string> seen;
  const std::vector<Row> rows = rows_of(file);
  for (const Row& row : rows) {
    EXPECT_TRUE(seen.insert(row.id).second) << file << ": twice: " << row.id;
    const Answer actual = ask(row);
    const bool same = actual == row.expected;
    right += same ? 1 : 0;
    const std::string both =
        fmt::format("{} ({})\n  {}\n  expected {} | {}\n  actual   {} | {}\n", row.id, row.language, row.copy,
                    row.expected.judged, row.expected.rules, actual.judged, actual.rules);
    if (row.known.empty()) {
      EXPECT_TRUE(same) << both;
      continue;
    }
    ++known;
    EXPECT_FALSE(same) << row.id << " is right now: take \"" << row.known << "\" out of " << file;
    if (!same) std::cout << row.known << ": " << both;
  }
  std::cout << fmt::format("{}: {} of {} rows exact, {} known\n", file, right, rows.size(), known);
  EXPECT_LE(known * 8, rows.size()) << "too many rows are known to be wrong";
}

TEST(AuditSentences, ByLaw) {
  compare("audit_law_sentences.tsv", [](const Row& row) {
    const AuditedFile file = auditor().audit(row, nullptr);
    LawClass gravest = LawClass::none;
    for (const AuditedSentence& sentence : file.sentences) gravest = std::min(gravest, sentence.law.law);
    std::string rules;
    for (const Finding& finding : auditor().findings(file, nullptr)) {
      const bool told = finding.rule.starts_with("law.") || finding.rule.starts_with("site.");
      if (told && finding.rule != "law.condition-unknown") append(rules, finding.rule);
    }
    return Answer{std::string(to_string(gravest)), or_dash(rules)};
  });
}

TEST(AuditSentences, BySources) {
  const TemporaryFolder folder;
  const std::string database = (folder / "index.db").string();
  const std::string sources = CLAIMBASE_SOURCE_DIR "/tests/query/audit_index";
  std::istringstream in;
  std::ostringstream out;
  const std::vector<std::string> args{
      "update", "--quiet", "--database", database, sources, "--retractions", sources + "/notices.csv"};
  ASSERT_EQ(run_indexer(args, in, out, out), IndexExit::ok) << out.str();
  Database index = open_reader(database);
  const Transaction reading(index, Transaction::Kind::read);
  compare("audit_source_sentences.tsv", [&](const Row& row) {
    const AuditedFile file = auditor().audit(row, &index);
    std::string verdicts;
    for (const AuditedSentence& sentence : file.sentences) {
      for (const AuditedClaim& claim : sentence.claims) append(verdicts, to_string(claim.sources.verdict));
    }
    constexpr std::string_view kFamily = "evidence.";
    std::string rules;
    for (const Finding& finding : auditor().findings(file, &index)) {
      if (finding.rule.starts_with(kFamily)) append(rules, std::string_view(finding.rule).substr(kFamily.size()));
    }
    return Answer{or_dash(verdicts), or_dash(rules)};
  });
}

}  // namespace
}  // namespace claimbase
