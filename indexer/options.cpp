#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <thread>

#include "indexer/update.h"

namespace claimbase {
namespace {

constexpr const char* kDetected = "auto";

// "nl", "pt-BR", or "auto". Empty: right.
std::string complaint_of_language(const std::string& text) {
  const bool shaped = text.size() >= 2 && text.size() <= 35 && std::ranges::all_of(text, [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                      });
  return shaped ? std::string() : "no language code (nl, en, ...) and not auto: " + text;
}

}  // namespace

StoreOption::StoreOption(CLI::App& command) {
  command.add_option("-d,--database", database, "the store")->capture_default_str()->type_name("FILE");
}

VocabularyOptions::VocabularyOptions(CLI::App& command) {
  auto* own =
      command.add_option("--vocabulary", files, "a vocabulary of your own, added to the built-in one; may be repeated");
  own->type_name("FILE")->expected(1)->take_all();
  command.add_flag("--built-in-vocabulary", built_in, "the built-in vocabulary alone")->excludes(own);
}

std::optional<std::vector<std::filesystem::path>> VocabularyOptions::chosen() const {
  if (files.empty() && !built_in) return std::nullopt;
  return files;
}

LanguageOption::LanguageOption(CLI::App& command) {
  command.add_option("--language", language, "the articles' language (nl, en, ...), or auto to detect it")
      ->check(complaint_of_language)
      ->type_name("CODE");
}

std::optional<std::string> LanguageOption::chosen() const {
  if (language.empty()) return std::nullopt;
  return language == kDetected ? std::string() : language;
}

FormatOption::FormatOption(CLI::App& command, bool takes_json) {
  std::vector<std::string> names;
  names.reserve(std::size(kFormats) + 2);
  if (takes_json) names.emplace_back("json");
  for (const Format each : kFormats) names.emplace_back(to_string(each));
  names.emplace_back(kDetected);
  command.add_option("--format", format, "the articles' format, or auto to tell it by content, then by name")
      ->check(CLI::IsMember(names));
}

std::optional<Format> FormatOption::chosen() const {
  return format_from_string(format);
}

std::optional<std::string> FormatOption::name() const {
  if (format.empty() || json()) return std::nullopt;
  return format == kDetected ? std::string() : format;
}

SourceOptions::SourceOptions(CLI::App& command) {
  command.add_option("paths", paths, "folders and files of articles; none: those of before");
  command
      .add_option("--root", root,
                  "the folder that article ids are relative to; default: the one that holds the named folder")
      ->type_name("FOLDER");
  command.add_flag("--prune", prune, "forget sources that are gone, with their articles");
}

LibraryOptions::LibraryOptions(CLI::App& command) {
  command
      .add_option(
          "--library", libraries,
          "a file or folder of bibliographic records (RIS, PubMed XML, NBIB, BibTeX, CSL-JSON, JATS), remembered;"
          " may be repeated")
      ->type_name("FILE|FOLDER")
      ->expected(1)
      ->take_all();
  command.add_option("--retractions", retractions, "the Retraction Watch database as CSV, remembered; may be repeated")
      ->type_name("FILE")
      ->expected(1)
      ->take_all();
}

SizeOption::SizeOption(CLI::App& command) {
  constexpr unsigned kMost = 1024;  // of which a conversion to UTF-8 still fits into 32 bits
  command.add_option("--max-size", mebibytes, "the largest article that is read, in MiB")
      ->capture_default_str()
      ->check(CLI::Range(1U, kMost))
      ->type_name("N");
}

JobsOption::JobsOption(CLI::App& command) : jobs(std::max(1U, std::thread::hardware_concurrency())) {
  constexpr unsigned kMostJobs = 256;
  command.add_option("-j,--jobs", jobs, "threads that read and analyse")
      ->capture_default_str()
      ->check(CLI::Range(1U, kMostJobs))
      ->type_name("N");
}

WaitOption::WaitOption(CLI::App& command) : seconds(static_cast<unsigned>(kLockWait.count())) {
  constexpr unsigned kMostSeconds = 86'400;
  command.add_option("--wait", seconds, "how long to wait for another writer of the store, in seconds")
      ->capture_default_str()
      ->check(CLI::Range(0U, kMostSeconds))
      ->type_name("SECONDS");
}

PollOption::PollOption(CLI::App& command) {
  constexpr unsigned kMostSeconds = 86'400;
  command.add_option("--poll", seconds, "look at everything this often, for network drives; default: when it changes")
      ->check(CLI::Range(1U, kMostSeconds))
      ->type_name("SECONDS");
}

OutputOptions::OutputOptions(CLI::App& command) {
  command.add_flag("--json", json, "the result as one JSON object");
  command.add_flag("-q,--quiet", quiet, "no progress, no summary, no warnings: errors only");
}

}  // namespace claimbase
