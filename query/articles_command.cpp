#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/record_writer.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct ArticleRow {
  std::string path, title, date, language, publisher;
  std::int64_t sentences = 0, mentions = 0, references = 0;
};

constexpr std::string_view kArticles =
    "SELECT path, title, date, language, publisher,"
    " (SELECT count(*) FROM sentence AS s WHERE s.article = a.key),"
    " (SELECT count(*) FROM mention AS m WHERE m.article = a.key),"
    " (SELECT count(*) FROM reference_entry AS e WHERE e.article = a.key) FROM article AS a ORDER BY path";

std::vector<ArticleRow> find_articles(const Database& db) {
  std::vector<ArticleRow> rows;
  Statement articles(db, kArticles);
  while (articles.step()) {
    rows.push_back({std::string(articles.text(0)), std::string(articles.text(1)), std::string(articles.text(2)),
                    std::string(articles.text(3)), std::string(articles.text(4)), articles.integer(5),
                    articles.integer(6), articles.integer(7)});
  }
  return rows;
}

void print(std::ostream& out, const Paint& paint, const std::vector<ArticleRow>& rows) {
  for (const ArticleRow& row : rows) {
    out << paint.strong(row.path) << "  " << one_line(row.title) << '\n' << "  ";
    for (const std::string& part : {row.date, row.publisher, row.language}) {
      if (!part.empty()) out << one_line(part) << ", ";
    }
    out << counted(row.sentences, "sentence") << ", " << counted(row.mentions, "mention") << ", "
        << counted(row.references, "reference") << '\n';
  }
  out << '\n' << counted(static_cast<std::int64_t>(rows.size()), "article") << '\n';
}

void write(std::ostream& out, OutputFormat format, const std::vector<ArticleRow>& rows) {
  RecordWriter writer(out, format,
                      {"path", "title", "date", "language", "publisher", "sentences", "mentions", "references"});
  for (const ArticleRow& row : rows) {
    if (!writer.write(Json{{"path", row.path},
                           {"title", row.title},
                           {"date", row.date},
                           {"language", row.language},
                           {"publisher", row.publisher},
                           {"sentences", row.sentences},
                           {"mentions", row.mentions},
                           {"references", row.references}}))
      return;
  }
  writer.finish();
}

}  // namespace

void add_articles(CLI::App& app, CommandLine& line) {
  add_command(app, line, "articles", "the articles of the store", "articles --format csv",
              {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv}, [](Session& session) {
                Database db = open_reader(session.database);
                const Transaction reading(db, Transaction::Kind::read);
                const std::vector<ArticleRow> rows = find_articles(db);
                if (session.format == OutputFormat::text) {
                  print(session.out, session.paint, rows);
                } else {
                  write(session.out, session.format, rows);
                }
                return rows.empty() ? Exit::no_match : Exit::ok;
              });
}

}  // namespace claimbase
