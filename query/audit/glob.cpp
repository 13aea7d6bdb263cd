#include "query/audit/glob.h"

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

enum class Piece : std::uint8_t { character, one, run, deep_run, folders };

struct PatternStep {
  Piece piece = Piece::character;
  char character = 0;
};

std::vector<PatternStep> steps_of(std::string_view pattern) {
  std::vector<PatternStep> steps;
  steps.reserve(pattern.size());
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const bool starts_name = at == 0 || pattern[at - 1] == '/';
    if (starts_name && rest.starts_with("**/")) {
      steps.push_back({Piece::folders, 0});
      at += 3;
    } else if (rest.starts_with("**")) {
      steps.push_back({Piece::deep_run, 0});
      at += 2;
    } else {
      steps.push_back({rest[0] == '*' ? Piece::run : rest[0] == '?' ? Piece::one : Piece::character, rest[0]});
      at += 1;
    }
  }
  return steps;
}

// reached[j]: whether the steps so far fit the first j bytes.
std::vector<bool> after(const PatternStep& step, const std::vector<bool>& reached, std::string_view path) {
  std::vector<bool> next(reached.size(), false);
  bool open = false;  // a run has begun at or before here
  for (std::size_t j = 0; j <= path.size(); ++j) {
    const bool here = reached[j];
    switch (step.piece) {
      case Piece::character:
        if (here && j < path.size() && path[j] == step.character) next[j + 1] = true;
        break;
      case Piece::one:
        if (here && j < path.size() && path[j] != '/') next[j + decode_utf8(path, j).size] = true;
        break;
      case Piece::run:
        if (j > 0 && path[j - 1] == '/') open = false;
        open = open || here;
        next[j] = open;
        break;
      case Piece::deep_run:
        open = open || here;
        next[j] = open;
        break;
      case Piece::folders:  // nothing, or everything up to a "/"
        next[j] = here || (open && j > 0 && path[j - 1] == '/');
        open = open || here;
        break;
    }
  }
  return next;
}

}  // namespace

bool glob_fits(std::string_view pattern, std::string_view path) {
  std::string whole(pattern);
  if (whole.starts_with("./")) whole.erase(0, 2);
  if (whole.find('/') == std::string::npos) whole.insert(0, "**/");
  if (whole.ends_with('/')) whole += "**";
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const PatternStep& step : steps_of(whole)) reached = after(step, reached, path);
  return reached[path.size()];
}

}  // namespace claimbase
