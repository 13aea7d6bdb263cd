#include "indexer/summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return counted(static_cast<std::int64_t>(number), one, many);
}

double megabytes_a_second(const Summary& summary) {
  constexpr double kMegabyte = 1e6;
  return summary.seconds > 0 ? static_cast<double>(summary.bytes) / kMegabyte / summary.seconds : 0;
}

bool has_article_changes(const Summary& summary) {
  return summary.added + summary.changed + summary.removed + summary.moved + summary.to_compare > 0;
}

std::string articles_line(const Summary& summary) {
  std::string line;
  if (!has_article_changes(summary)) {
    line = fmt::format("nothing {}: {} unchanged", summary.dry_run ? "to do" : "has changed",
                       counted(summary.unchanged, "article", "articles"));
  } else {
    line =
        fmt::format("{}{} added, {} changed, {} removed, {} unchanged", summary.dry_run ? "would be: " : "",
                    counted(summary.added, "article", "articles"), summary.changed, summary.removed, summary.unchanged);
    if (summary.moved > 0) line += fmt::format(", {} moved", summary.moved);
    if (summary.to_compare > 0) line += fmt::format(", {} to compare", summary.to_compare);
  }
  if (summary.failed > 0) line += fmt::format(", {} failed", summary.failed);
  if (summary.skipped > 0) line += fmt::format("; {} skipped", counted(summary.skipped, "other file", "other files"));
  return line + '\n';
}

// Nothing where there are no libraries.
std::string libraries_line(const Summary& summary) {
  const FileCounts& files = summary.libraries;
  if (files.added + files.changed + files.removed + files.unchanged == 0) return {};
  std::string line = fmt::format("libraries: {} added, {} changed, {} removed, {} unchanged", files.added,
                                 files.changed, files.removed, files.unchanged);
  const StoreCounts& store = summary.store;
  line += fmt::format("; {}", counted(store.library_records, "record", "records"));
  if (store.notices > 0) {
    line += fmt::format(", {} on papers: {} retracted", counted(store.notices, "notice", "notices"),
                        counted(store.retracted, "reference", "references"));
  }
  return line + '\n';
}

std::string store_line(const Summary& summary) {
  const StoreCounts& store = summary.store;
  return fmt::format("{} {}: {}, {} in {}, {}, {} ({} unresolved), {}, {}\n", summary.database,
                     summary.dry_run ? "has" : "now has", counted(store.sentences, "sentence", "sentences"),
                     counted(store.claims, "claim", "claims"), counted(store.mentions, "mention", "mentions"),
                     counted(store.references, "reference", "references"),
                     counted(store.citations, "citation", "citations"), store.unresolved_citations,
                     counted(store.evidence, "evidence link", "evidence links"),
                     counted(store.diagnostics, "diagnostic", "diagnostics"));
}

std::string run_line(const Summary& summary) {
  if (summary.dry_run) return {};
  const std::string speed = summary.bytes > 0 ? fmt::format(", {:.2f} MB/s", megabytes_a_second(summary)) : "";
  return fmt::format("{:.2f} s{}; {}, {}, {}\n", summary.seconds, speed, counted(summary.errors, "error", "errors"),
                     counted(summary.warnings, "warning", "warnings"), counted(summary.notes, "note", "notes"));
}

std::string change_lines(const std::vector<ArticleChange>& changes, std::string_view what) {
  std::string text;
  for (const ArticleChange& each : changes) {
    text += fmt::format("{:<8} {}{} ({})\n", each.change, what, printable(each.article), printable(each.reason));
  }
  return text;
}

nlohmann::ordered_json change_list(const std::vector<ArticleChange>& changes, const char* what) {
  auto list = nlohmann::ordered_json::array();
  for (const ArticleChange& each : changes) {
    list.push_back({{what, each.article}, {"change", each.change}, {"reason", each.reason}});
  }
  return list;
}

nlohmann::ordered_json store_object(const StoreCounts& store) {
  return {{"articles", store.articles},
          {"sentences", store.sentences},
          {"claims", store.claims},
          {"mentions", store.mentions},
          {"references", store.references},
          {"citations", store.citations},
          {"unresolved_citations", store.unresolved_citations},
          {"evidence", store.evidence},
          {"diagnostics", store.diagnostics},
          {"libraries", store.libraries},
          {"library_records", store.library_records},
          {"notices", store.notices},
          {"retracted", store.retracted}};
}

}  // namespace

bool has_changes(const Summary& summary) {
  const FileCounts& files = summary.libraries;
  return has_article_changes(summary) || files.added + files.changed + files.removed > 0;
}

std::string to_text(const Summary& summary) {
  std::string text = change_lines(summary.changes, "") + change_lines(summary.library_changes, "library ");
  if (summary.unfinished) text += "finish   what was asked for anew, or what an interrupted run left\n";
  return text + articles_line(summary) + libraries_line(summary) + store_line(summary) + run_line(summary);
}

std::string to_json(const StoreCounts& store) {
  return store_object(store).dump();
}

std::string to_json(const Summary& summary) {
  nlohmann::ordered_json json;
  json["database"] = summary.database;
  json["dry_run"] = summary.dry_run;
  json["articles"] = {{"added", summary.added},         {"changed", summary.changed}, {"removed", summary.removed},
                      {"unchanged", summary.unchanged}, {"moved", summary.moved},     {"failed", summary.failed}};
  if (summary.dry_run) json["articles"]["compare"] = summary.to_compare;
  const FileCounts& libraries = summary.libraries;
  json["libraries"] = {{"added", libraries.added},
                       {"changed", libraries.changed},
                       {"removed", libraries.removed},
                       {"unchanged", libraries.unchanged}};
  json["skipped_files"] = summary.skipped;
  if (summary.dry_run) {
    json["changes"] = change_list(summary.changes, "article");
    json["library_changes"] = change_list(summary.library_changes, "library");
    json["unfinished"] = summary.unfinished;
  }
  json["diagnostics"] = {{"error", summary.errors}, {"warning", summary.warnings}, {"note", summary.notes}};
  json["bytes"] = summary.bytes;
  json["seconds"] = summary.seconds;
  json["megabytes_per_second"] = megabytes_a_second(summary);
  json["store"] = store_object(summary.store);
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace claimbase
