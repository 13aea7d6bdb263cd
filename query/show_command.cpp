#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/article_names.h"
#include "query/commands.h"
#include "query/filters.h"
#include "query/place.h"
#include "query/record_writer.h"
#include "query/usage_error.h"
#include "schema/position.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct BlockText {
  std::int64_t line = 0;
  std::string format;  // of the article: what `line` counts
  std::string kind;
  std::string role;
  std::string heading;
  std::string text;
  std::string notice;                  // on the work that a reference entry names
  std::vector<std::string> ambiguous;  // what its citations in words may mean: "Kaya 2019, or Kaya 2020"
};

// In order: the sentences of a block follow each other.
constexpr std::string_view kBlocks =
    "SELECT b.ordinal, b.line, b.kind, b.role, b.heading_path, s.text, coalesce(r.notice, ''),"
    " coalesce(r.notice_date, ''), a.format FROM article AS a JOIN block AS b ON b.article = a.key JOIN sentence AS s "
    "ON s.block "
    "="
    " b.key LEFT JOIN reference_entry AS e ON e.article = a.key AND e.begin_byte = b.begin_byte AND b.kind = "
    "'reference'"
    " LEFT JOIN reference AS r ON r.key = e.reference WHERE a.path = ?1 ORDER BY b.ordinal, s.ordinal";

constexpr std::string_view kAmbiguous =
    "SELECT b.ordinal, c.key FROM article AS a JOIN citation AS c ON c.article = a.key JOIN sentence AS s ON s.key ="
    " c.sentence JOIN block AS b ON b.key = s.block WHERE a.path = ?1 AND c.reference IS NULL AND EXISTS (SELECT 1 "
    "FROM citation_candidate AS n"
    " WHERE n.citation = c.key) ORDER BY c.ordinal";

// By the block's ordinal.
std::multimap<std::int64_t, std::string> ambiguous_in(const Database& db, const std::string& path) {
  std::multimap<std::int64_t, std::string> lines;
  CandidateReader reader(db);
  Statement rows(db, kAmbiguous);
  for (rows.bind(1, std::string_view(path)); rows.step();)
    lines.emplace(rows.integer(0), candidates_line(reader.read(rows.integer(1))));
  return lines;
}

std::vector<BlockText> read_blocks(const Database& db, const std::string& path) {
  std::vector<BlockText> blocks;
  const auto ambiguous = ambiguous_in(db, path);
  Statement rows(db, kBlocks);
  rows.bind(1, std::string_view(path));
  std::int64_t last = -1;
  while (rows.step()) {
    if (rows.integer(0) != last) {
      last = rows.integer(0);
      blocks.push_back({rows.integer(1),
                        std::string(rows.text(8)),
                        std::string(rows.text(2)),
                        std::string(rows.text(3)),
                        std::string(rows.text(4)),
                        std::string(rows.text(5)),
                        notice_line(std::string(rows.text(6)), std::string(rows.text(7))),
                        {}});
      for (auto [each, end] = ambiguous.equal_range(last); each != end; ++each)
        blocks.back().ambiguous.push_back(each->second);
    } else {
      blocks.back().text += " " + std::string(rows.text(5));
    }
  }
  return blocks;
}

std::string only_article(const Database& db, const std::string& name) {
  const std::vector<std::string> paths = articles_named(db, name);
  if (paths.empty()) throw UnknownName("no article is called " + name + " (see claimbase articles)");
  if (paths.size() == 1) return paths.front();
  throw UsageError(name + " may be " + paths[0] + ", " + paths[1] + (paths.size() > 2 ? " or others" : "") +
                   "; name one");
}

void print(std::ostream& out, const Paint& paint, const std::vector<BlockText>& blocks) {
  for (const BlockText& block : blocks) {
    const std::string_view unit = position_unit(block.format);
    if (unit != "line") out << unit << ' ';
    out << block.line << ": " << paint.quiet("[" + block.kind + "/" + block.role + "]") << ' ' << one_line(block.text);
    if (!block.notice.empty()) out << "  " << paint.warning(block.notice);
    for (const std::string& each : block.ambiguous) out << "  " << paint.warning("ambiguous: " + one_line(each));
    out << '\n';
  }
}

void write(std::ostream& out, OutputFormat format, const std::vector<BlockText>& blocks) {
  RecordWriter writer(out, format, {"line", "kind", "role", "heading", "text", "notice", "ambiguous"});
  for (const BlockText& block : blocks) {
    if (!writer.write(Json{{"line", block.line},
                           {"kind", block.kind},
                           {"role", block.role},
                           {"heading", block.heading},
                           {"text", block.text},
                           {"notice", block.notice},
                           {"ambiguous", block.ambiguous}}))
      return;
  }
  writer.finish();
}

}  // namespace

void add_show(CLI::App& app, CommandLine& line) {
  const auto name = std::make_shared<std::string>();
  CLI::App& command = add_command(app, line, "show", "an article as it was read: each block with its kind and role",
                                  "show nl_magnesium-bloeddruk.txt",
                                  {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv},
                                  [name](Session& session) {
                                    Database db = open_reader(session.database);
                                    const Transaction reading(db, Transaction::Kind::read);
                                    const std::vector<BlockText> blocks = read_blocks(db, only_article(db, *name));
                                    if (session.format == OutputFormat::text) {
                                      print(session.out, session.paint, blocks);
                                    } else {
                                      write(session.out, session.format, blocks);
                                    }
                                    return blocks.empty() ? Exit::no_match : Exit::ok;
                                  });
  command.add_option("ARTICLE", *name, "its path or name; * and ? stand for anything")->required();
}

}  // namespace claimbase
