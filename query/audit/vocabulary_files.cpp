#include "query/audit/vocabulary_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/convert/file_bytes.h"
#include "query/paint.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

std::vector<std::string> of_index(const Database& index) {
  std::vector<std::string> files;
  const auto stored = index.text("SELECT value FROM meta WHERE name = 'vocabularies'");
  const auto list = nlohmann::json::parse(stored.value_or("[]"), nullptr, false);
  for (const auto& each : list) {
    if (each.is_string()) files.push_back(each.get<std::string>());
  }
  return files;
}

void add_file(const std::string& file, const std::string& bytes, Vocabulary& vocabulary, std::ostream& err) {
  for (const Diagnostic& each : vocabulary.add(bytes)) {
    const auto line = std::count(bytes.begin(), bytes.begin() + each.range.begin, '\n') + 1;
    err << one_line(fmt::format("{}:{}: {} [{}]", file, line, each.message, each.rule)) << '\n';
  }
}

}  // namespace

Vocabulary audit_vocabulary(const std::vector<std::string>& files, const Database* index, std::ostream& err) {
  Vocabulary vocabulary = Vocabulary::built_in();
  for (const std::string& file : files) {
    const FileBytes read = read_file(file);
    if (!read.problem.empty()) throw UsageError(fmt::format("read vocabulary {}: {}", file, read.problem));
    add_file(file, read.bytes, vocabulary, err);
  }
  if (!files.empty() || index == nullptr) return vocabulary;
  for (const std::string& file : of_index(*index)) {
    const FileBytes read = read_file(file);
    if (!read.problem.empty()) {
      err << one_line(fmt::format("claimbase: the index was made with the vocabulary {}, which cannot be read ({}): "
                                  "copy is read without it (--vocabulary names another)",
                                  file, read.problem))
          << '\n';
      continue;
    }
    add_file(file, read.bytes, vocabulary, err);
  }
  return vocabulary;
}

}  // namespace claimbase
