#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "indexer/exit.h"
#include "indexer/sources.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

fs::path normal(const fs::path& path) {
  fs::path made = fs::weakly_canonical(fs::absolute(path));
  return made.has_filename() || !made.has_relative_path() ? made : made.parent_path();  // "folder/" -> "folder"
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

// A path below the working folder as a person there would write it.
fs::path shown_as(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  return !error && path != here && is_within(path, here) ? path.lexically_relative(here) : path;
}

struct Named {
  fs::path path;
  fs::path shown;
};

class Selector {
 public:
  Selector(std::vector<Source> recorded, const std::optional<fs::path>& root, std::optional<std::string> language,
           std::optional<std::string> format)
      : language_(std::move(language)), format_(std::move(format)) {
    made_.sources = std::move(recorded);
    if (root) root_ = normal(*root);
  }

  void add(const Named& named) {
    if (std::ranges::any_of(looked_at_, [&](const Named& n) { return is_within(named.path, n.path); })) return;
    const auto holder =
        std::ranges::find_if(made_.sources, [&](const Source& s) { return is_within(named.path, s.path); });
    if (holder != made_.sources.end()) {
      fit(*holder, named);
    } else if (!is_there(named.path)) {
      made_.missing.push_back(named.shown);
      return;
    } else {
      add_source(named);
    }
    looked_at_.push_back(named);
  }

  Selection run() && {
    std::ranges::sort(made_.sources, {}, &Source::path);
    for (const Named& named : looked_at_) {
      const auto holder =
          std::ranges::find_if(made_.sources, [&](const Source& s) { return is_within(named.path, s.path); });
      made_.scopes.push_back({*holder, named.path, named.shown, is_there(named.path)});
    }
    std::ranges::sort(made_.scopes, {}, &Scope::path);
    return std::move(made_);
  }

 private:
  // `named` is a source already, or a part of one.
  void fit(Source& holder, const Named& named) const {
    if (root_ && *root_ != holder.base) {
      throw UsageError(fmt::format("{} is indexed with the root {}: leave --root out, or use rebuild to change it",
                                   named.shown.string(), holder.base.string()));
    }
    force("language", language_, holder.language, holder, named);
    force("format", format_, holder.format, holder, named);
  }

  static void force(std::string_view what, const std::optional<std::string>& forced, std::string& held,
                    const Source& holder, const Named& named) {
    if (!forced || *forced == held) return;
    if (named.path != holder.path) {
      throw UsageError(fmt::format("the {} of {} is that of its source: give --{} for {}", what, named.shown.string(),
                                   what, shown_as(holder.path).string()));
    }
    held = *forced;
  }

  void add_source(const Named& named) {
    Source made{named.path, root_.value_or(fs::path()), language_.value_or(""), format_.value_or("")};
    if (!root_)
      made.base = fs::is_directory(named.path) ? named.path.parent_path() : named.path.parent_path().parent_path();
    if (!is_within(made.path, made.base)) {
      throw UsageError(fmt::format("{} is not below the root {}", named.shown.string(), made.base.string()));
    }
    for (const Source& each : made_.sources) require_apart(made, each, named.shown);
    // What was a source of its own is from now on part of this one, under the same ids.
    std::erase_if(made_.sources, [&](const Source& each) { return is_within(each.path, made.path); });
    made_.sources.push_back(std::move(made));
  }

  static void require_apart(const Source& made, const Source& other, const fs::path& shown) {
    if (is_within(other.path, made.path)) {
      if (other.base == made.base) return;
      throw UsageError(fmt::format("{} holds {}, whose articles have ids relative to {}: add --root {}, or use rebuild",
                                   shown.string(), shown_as(other.path).string(), other.base.string(),
                                   shown_as(other.base).string()));
    }
    if (is_below(name_of(made), name_of(other)) || is_below(name_of(other), name_of(made))) {
      throw UsageError(fmt::format("{} and {} would both give articles the id \"{}\": name a common folder with --root",
                                   shown_as(other.path).string(), shown.string(),
                                   (name_of(made).empty() ? std::string() : name_of(made) + "/") + "..."));
    }
  }

  std::optional<fs::path> root_;
  std::optional<std::string> language_;
  std::optional<std::string> format_;
  Selection made_;
  std::vector<Named> looked_at_;
};

}  // namespace

Selection select_sources(const std::vector<Source>& recorded, std::span<const fs::path> named,
                         const std::optional<fs::path>& root, const std::optional<std::string>& language,
                         const std::optional<std::string>& format) {
  std::vector<Named> paths;
  for (const fs::path& each : named) paths.push_back({normal(each), each});
  if (named.empty()) {
    for (const Source& each : recorded) paths.push_back({each.path, shown_as(each.path)});
  }
  std::ranges::stable_sort(paths, {}, &Named::path);  // a folder before what is in it
  Selector selector(recorded, root, language, format);
  for (const Named& each : paths) selector.add(each);
  return std::move(selector).run();
}

}  // namespace claimbase
