#include "indexer/vocabulary_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/language/unicode.h"
#include "indexer/vocabulary_files.h"

namespace claimbase {
namespace {

// The other kinds count only in context, and may be shared.
bool names_alone(const Label& label) {
  return label.kind == Label::Kind::preferred || label.kind == Label::Kind::alternative ||
         label.kind == Label::Kind::hidden;
}

class Checker {
 public:
  Checker(const std::string& path, std::string_view bytes, Vocabulary known)
      : path_(path), bytes_(bytes), all_(std::move(known)) {}

  std::vector<FileProblem> run() && {
    Vocabulary own;
    for (Diagnostic& each : own.add(bytes_)) {
      found_.push_back(
          {path_, line_at(bytes_, each.range.begin), each.severity, std::move(each.rule), std::move(each.message)});
    }
    static_cast<void>(all_.add(bytes_));
    collect_labels();
    for (const Concept& each : own.concepts()) {
      check_labels(each);
      check_languages(*all_.find(each.scheme, each.id));
      check_broader(each);
    }
    std::ranges::stable_sort(found_, {}, &FileProblem::line);
    return std::move(found_);
  }

 private:
  using LabelKey = std::tuple<ConceptScheme, std::string, bool>;

  static LabelKey key_of(const Concept& holder, const Label& label) {
    return {holder.scheme, fold(label.text), label.inverse};
  }

  void collect_labels() {
    for (const Concept& each : all_.concepts()) {
      for (const Label& label : each.labels) {
        if (names_alone(label)) holders_[key_of(each, label)].emplace_back(&each, &label);
      }
    }
  }

  void check_labels(const Concept& each) {
    std::set<std::pair<LabelKey, std::string>> seen;
    for (const Label& label : each.labels) {
      if (!names_alone(label)) continue;
      if (!seen.emplace(key_of(each, label), label.language).second) {
        complain(each, label.text, "vocabulary.duplicate-label", Severity::warning,
                 fmt::format("{} has the label \"{}\" twice", each.id, label.text));
        continue;
      }
      for (const auto& [other, same] : holders_[key_of(each, label)]) {
        const bool meet = same->language == label.language || same->language.empty() || label.language.empty();
        if (other->id == each.id || !meet) continue;
        complain(each, label.text, "vocabulary.duplicate-label", Severity::warning,
                 fmt::format("\"{}\" is a label of {} and of {}", label.text, each.id, other->id));
      }
    }
  }

  void check_languages(const Concept& each) {
    for (const std::string_view language : {"nl", "en"}) {
      const bool named = std::ranges::any_of(each.labels, [language](const Label& label) {
        return label.kind == Label::Kind::preferred && (label.language == language || label.language.empty());
      });
      if (named) continue;
      complain(each, "", "vocabulary.missing-language", Severity::warning,
               fmt::format("{} has no preferred label in \"{}\"", each.id, language));
    }
  }

  void check_broader(const Concept& each) {
    for (const std::string& broader : each.broader) {
      if (all_.find(each.scheme, broader) == nullptr) {
        complain(each, broader, "vocabulary.unknown-broader", Severity::error,
                 fmt::format("{} is below {}, which is no concept", each.id, broader));
      }
    }
    std::vector<std::string> chain = all_.broader_chain(each.scheme, each.id);
    chain.push_back(each.id);
    for (const std::string& above : chain) {
      const Concept* known = all_.find(each.scheme, above);
      if (known == nullptr || std::ranges::find(known->broader, each.id) == known->broader.end()) continue;
      complain(each, above, "vocabulary.cycle", Severity::error,
               above == each.id ? fmt::format("{} is broader than itself", each.id)
                                : fmt::format("{} is above {} and below it", each.id, above));
    }
  }

  // The vocabulary keeps no places: the line is that of `words` after the concept's name in the file, else of the name.
  void complain(const Concept& each, std::string_view words, std::string_view rule, Severity severity,
                std::string message) {
    const std::size_t name =
        bytes_.find(fmt::format("rdf:about=\"urn:claimbase:{}:{}\"", to_string(each.scheme), each.id));
    const std::size_t end = name == std::string_view::npos ? name : bytes_.find("</skos:Concept>", name);
    std::size_t at = name == std::string_view::npos ? 0 : name;
    if (const std::size_t label = words.empty() ? std::string_view::npos : bytes_.find(words, name); label < end)
      at = label;
    found_.push_back({path_, line_at(bytes_, at), severity, std::string(rule), std::move(message)});
  }

  const std::string& path_;
  std::string_view bytes_;
  Vocabulary all_;
  std::map<LabelKey, std::vector<std::pair<const Concept*, const Label*>>> holders_;
  std::vector<FileProblem> found_;
};

}  // namespace

std::vector<FileProblem> check_vocabulary(const std::string& path, std::string_view rdf_xml, const Vocabulary& known) {
  return Checker(path, rdf_xml, known).run();
}

}  // namespace claimbase
