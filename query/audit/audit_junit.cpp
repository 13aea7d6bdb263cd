// JUnit XML as the consumers of CI systems read it (the form of Ant's and Jenkins' xUnit plugin).
#include <map>
#include <ostream>
#include <pugixml.hpp>
#include <set>

#include "analysis/language/unicode.h"
#include "query/audit/rules.h"
#include "query/audit/write.h"

namespace claimbase {
namespace {

constexpr std::size_t kNameLength = 80;
constexpr std::size_t kSentenceLength = 400;

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

// XML 1.0 has no place for most control characters and for U+FFFE and U+FFFF, escaped or not; printable() leaves the
// latter.
std::string xml_text(std::string_view text) {
  std::string safe = printable(text);
  for (const std::string_view banned : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = safe.find(banned); at != std::string::npos; at = safe.find(banned, at)) {
      safe.replace(at, banned.size(), "\xEF\xBF\xBD");
    }
  }
  return safe;
}

bool fails(const Finding& finding) {
  return finding.state == FindingState::active && finding.severity != Severity::note;
}

std::string body_of(const Finding& finding) {
  std::string body = place_of(finding) + ": " + std::string(severity_name(finding.severity)) + ": " + finding.message;
  if (!finding.sentence.empty()) body += "\n  " + shortened(finding.sentence, kSentenceLength);
  if (!finding.why.empty()) body += "\nwhy: " + finding.why;
  if (!finding.suggestion.empty()) body += "\nsuggestion: " + finding.suggestion;
  return xml_text(body);
}

void add_case(pugi::xml_node suite, const Finding& finding) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", xml_text(one_line(finding.path)));
  const std::string place = std::to_string(finding.span.line) + ":" + std::to_string(finding.span.column);
  set(test, "name", xml_text(place + " " + finding.rule + ": " + shortened(finding.sentence, kNameLength)));
  set(test, "line", std::to_string(finding.span.line));
  if (fails(finding)) {
    pugi::xml_node failure = test.append_child("failure");
    set(failure, "type", xml_text(finding.rule));
    set(failure, "message", xml_text(one_line(finding.message)));
    failure.text().set(body_of(finding).c_str());
  } else if (finding.state != FindingState::active) {
    const bool muted = finding.state == FindingState::muted;
    set(test.append_child("skipped"), "message",
        muted ? "muted: " + xml_text(one_line(finding.mute_reason)) : std::string("known: it is in the baseline"));
  } else {
    test.append_child("system-out").text().set(body_of(finding).c_str());
  }
}

struct Counts {
  int tests = 0, failures = 0, skipped = 0;
};

void set_counts(pugi::xml_node node, const Counts& counts) {
  set(node, "tests", std::to_string(counts.tests));
  set(node, "failures", std::to_string(counts.failures));
  set(node, "errors", "0");
  set(node, "skipped", std::to_string(counts.skipped));
}

/// A suite for each file, in the order of the report; a file that only findings name gets one too.
class Suites {
 public:
  explicit Suites(pugi::xml_node root) : root_(root) {}

  void add(const Finding& finding) {
    add_case(suite(finding.path), finding);
    Counts& counts = counts_[finding.path];
    ++counts.tests;
    counts.failures += fails(finding) ? 1 : 0;
    counts.skipped += finding.state == FindingState::active ? 0 : 1;
  }

  // A sentence that claims something, and nothing is wrong with it.
  void pass(const AuditedFile& file, const AuditedSentence& sentence) {
    pugi::xml_node test = suite(file.path).append_child("testcase");
    set(test, "classname", xml_text(one_line(file.path)));
    const std::string place = std::to_string(sentence.span.line) + ":" + std::to_string(sentence.span.column);
    set(test, "name", xml_text(place + " " + shortened(sentence.text, kNameLength)));
    set(test, "line", std::to_string(sentence.span.line));
    ++counts_[file.path].tests;
  }

  pugi::xml_node suite(const std::string& path) {
    pugi::xml_node& node = nodes_[path];
    if (node.empty()) {
      node = root_.append_child("testsuite");
      set(node, "name", xml_text(one_line(path)));
    }
    return node;
  }

  void finish() {
    Counts all;
    for (auto& [path, node] : nodes_) {
      const Counts& counts = counts_[path];
      set_counts(node, counts);
      all.tests += counts.tests;
      all.failures += counts.failures;
      all.skipped += counts.skipped;
    }
    set_counts(root_, all);
  }

 private:
  pugi::xml_node root_;
  std::map<std::string, pugi::xml_node> nodes_;
  std::map<std::string, Counts> counts_;
};

}  // namespace

void write_audit_junit(std::ostream& out, const AuditReport& report) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "claimbase audit");
  Suites suites(root);
  std::map<std::string_view, std::set<std::string_view>> found_in;
  for (const Finding& finding : report.findings) found_in[finding.path].insert(finding.sentence);
  for (const AuditedFile& file : report.files) {
    suites.suite(file.path);
    for (const AuditedSentence& sentence : file.sentences) {
      const bool claims = sentence.law.law != LawClass::none || !sentence.claims.empty();
      if (claims && !found_in[file.path].contains(sentence.text)) suites.pass(file, sentence);
    }
  }
  for (const Finding& finding : report.findings) suites.add(finding);
  suites.finish();
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
}

}  // namespace claimbase
