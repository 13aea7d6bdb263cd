// train_references: makes the model of reference entries from labelled strings, and measures it (docs/references.md).
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "analysis/bibliography/entry_parse.h"
#include "analysis/language/resources.h"
#include "tools/train_references/alignment.h"
#include "tools/train_references/evaluation.h"
#include "tools/train_references/rendering.h"
#include "tools/train_references/trainer.h"

namespace {

using namespace claimbase;  // NOLINT(google-build-using-namespace): a program of one file

struct Options {
  std::vector<std::filesystem::path> strings;
  std::vector<std::filesystem::path> without;  // strings in these files are left out
  std::filesystem::path model;
  std::filesystem::path words;  // for made-up strings; empty: none
  std::size_t made_up = 6000;
  int rendered_again = 25;  // percent of the articles among the strings
  bool rules_only = false;
  bool show_wrong = false;
  bool consistent = false;
  bool thresholds = false;
  training::TrainingOptions training;
};

std::vector<training::LabelledString> strings_of(const Options& options) {
  std::set<std::string> excluded;
  for (const auto& file : options.without) {
    for (auto& each : training::read_labelled_strings(file)) excluded.insert(std::move(each.raw));
  }
  std::vector<training::LabelledString> kept;
  for (const auto& given : options.strings) {
    // "file@0", "file@1": one half, by article.
    auto name = given.string();
    int half = -1;
    if (name.ends_with("@0") || name.ends_with("@1")) {
      half = name.back() - '0';
      name.resize(name.size() - 2);
    }
    for (auto& each : training::read_labelled_strings(name)) {
      if (half >= 0 && training::half_of(each) != half) continue;
      if (!excluded.contains(each.raw)) kept.push_back(std::move(each));
    }
  }
  return kept;
}

// Journals, places, publishers and given names come from the lists that the parser knows: two sources would drift
// apart.
training::WordLists word_lists(const Options& options) {
  training::WordLists words(options.words);
  const auto add = [&](std::string_view file, std::size_t column, std::string_view kind) {
    for (const auto& row : tsv_rows(resource(file))) {
      if (column >= row.size() || row[column].empty()) continue;
      words.add(kind, std::string(row[column].substr(0, row[column].find('|'))));
    }
  };
  add("bibliography/journals.tsv", 0, "journal");
  add("bibliography/journals.tsv", 1, "journal");
  add("bibliography/places.tsv", 0, "place");
  add("bibliography/publishers.tsv", 0, "publisher");
  add("bibliography/given_names.tsv", 0, "given");
  return words;
}

void add_rendered(const Options& options, std::vector<training::LabelledString>& strings) {
  if (options.words.empty()) return;
  training::Chance chance(options.training.seed);
  std::vector<training::LabelledString> more;
  for (const auto& string : strings) {
    if (!chance.percent(options.rendered_again)) continue;
    if (const auto record = training::record_of(string)) more.push_back(training::rendered(*record, chance));
  }
  strings.insert(strings.end(), more.begin(), more.end());
  const auto made_up = training::made_up_strings(word_lists(options), options.made_up, chance);
  strings.insert(strings.end(), made_up.begin(), made_up.end());
}

int render(const Options& options) {
  training::Chance chance(options.training.seed);
  for (const auto& string : training::made_up_strings(word_lists(options), options.made_up, chance)) {
    fmt::print("{}\n", string.raw);
  }
  return 0;
}

void print_wrong(const training::LabelledString& expected, const Reference& read,
                 const std::array<bool, training::kFields>& right) {
  std::string fields;
  for (std::size_t i = 0; i < training::kFields; ++i) {
    if (!right[i]) fields += fmt::format(" {}", training::kFieldNames[i]);
  }
  if (fields.empty()) return;
  fmt::print("WRONG{}\n  raw  {}\n", fields, read.raw);
  const auto author = [](const Reference& reference) -> std::string {
    if (reference.authors.empty()) return "";
    const auto& first = reference.authors.front();
    return first.literal.empty() ? first.family + ", " + first.given : first.literal;
  };
  fmt::print("  want {} | {} | {} | {} | {} | {}\n", expected.authors.empty() ? "" : expected.authors.front(),
             expected.year, expected.title, expected.container, expected.volume, expected.pages);
  fmt::print("  read {} | {} | {} | {} | {} | {}\n", author(read), read.year.value_or(0), read.title,
             read.container_title, read.volume, read.page);
}

// What each threshold of confidence would mark, and how much of that is wrong.
class Thresholds {
 public:
  void note(const Reference& read, bool right) {
    const auto& sure = read.confidence;
    const float least = std::min({sure.authors, sure.year, sure.title, sure.container_title, sure.volume, sure.page});
    for (auto& row : rows_) {
      if (least >= row.below) continue;
      ++row.marked;
      row.wrong += right ? 0U : 1U;
    }
  }
  void print() const {
    for (const auto& row : rows_)
      fmt::print("below {:.2f}: {} marked, {} of them wrong\n", row.below, row.marked, row.wrong);
  }

 private:
  struct Row {
    float below = 0;
    std::size_t marked = 0;
    std::size_t wrong = 0;
  };
  std::array<Row, 6> rows_{{{0.4F}, {0.5F}, {0.6F}, {0.7F}, {0.8F}, {0.9F}}};
};

int evaluate(const Options& options) {
  std::string bytes;
  std::optional<entry::SequenceModel> own;
  if (!options.model.empty()) {
    std::ifstream in(options.model, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    own.emplace(bytes);
  }
  training::Score score;
  Thresholds thresholds;
  std::size_t unsure = 0;
  std::size_t unsure_wrong = 0;
  for (const auto& string : strings_of(options)) {
    // Labels that contradict themselves: the journal was left in the title.
    if (options.consistent && string.container.empty() && !string.volume.empty() && !string.pages.empty()) continue;
    const auto read = options.rules_only ? entry::parse_with_rules(string.raw)
                      : own              ? entry::parse_with(string.raw, *own)
                                         : parse_reference(string.raw);
    const auto right = training::right_fields(string, read);
    const auto before = score.all_right;
    training::count(right, string, score);
    thresholds.note(read, score.all_right > before);
    unsure += read.unsure ? 1U : 0U;
    unsure_wrong += read.unsure && score.all_right == before ? 1U : 0U;
    if (options.show_wrong) print_wrong(string, read, right);
  }
  if (options.thresholds) thresholds.print();
  const auto share = [&](std::size_t part) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, score.strings));
  };
  fmt::print("strings {}  all six right {:.1f} %  where given {:.1f} %", score.strings, share(score.all_right),
             share(score.all_right_where_given));
  for (std::size_t i = 0; i < training::kFields; ++i)
    fmt::print("  {} {:.1f}", training::kFieldNames[i], share(score.right[i]));
  fmt::print("  unsure {} ({} of them wrong, of {} wrong)\n", unsure, unsure_wrong, score.strings - score.all_right);
  return 0;
}

int train(const Options& options) {
  std::vector<training::LabelledEntry> entries;
  std::size_t skipped = 0;
  auto strings = strings_of(options);
  add_rendered(options, strings);
  for (const auto& string : strings) {
    auto aligned = training::align(string);
    if (aligned) {
      entries.push_back(std::move(*aligned));
    } else {
      ++skipped;
    }
  }
  fmt::print(stderr, "{} strings, {} left out\n", entries.size(), skipped);
  const auto model = training::train(entries, options.training, [](int epoch, double likelihood) {
    fmt::print(stderr, "epoch {}: log likelihood a word {:.5f}\n", epoch, likelihood);
  });
  const auto bytes = entry::model_bytes(model);
  std::ofstream out(options.model, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  fmt::print(stderr, "{} features, {} bytes\n", model.rows.size(), bytes.size());
  return out ? 0 : 2;
}

int run(int argc, char** argv) {
  CLI::App app("Trains and measures the model that reads reference entries.", "train_references");
  app.require_subcommand(1);
  Options options;
  CLI::App& trained = *app.add_subcommand("train", "make a model from labelled strings");
  CLI::App& evaluated = *app.add_subcommand("evaluate", "count how many labelled strings are read right");
  CLI::App& shown = *app.add_subcommand("render", "print made-up strings");
  for (CLI::App* command : {&trained, &shown}) {
    command->add_option("--words", options.words, "what made-up records are filled with; without: none are made");
    command->add_option("--made-up", options.made_up, "how many strings to make up");
    command->add_option("--seed", options.training.seed, "of all that is left to chance");
  }
  trained.add_option("--rendered-again", options.rendered_again, "percent of articles to print in another style");
  for (CLI::App* command : {&trained, &evaluated}) {
    command->add_option("strings", options.strings, "files of labelled strings; FILE@0 or FILE@1 for one half of it")
        ->required();
    command->add_option("--without", options.without, "leave out the strings of these files");
  }
  trained.add_option("--model", options.model, "where the model goes")->required();
  trained.add_option("--epochs", options.training.epochs, "passes over the strings");
  trained.add_option("--rounds", options.training.rounds, "models of which the mean is kept");
  trained.add_option("--rate", options.training.rate, "step size");
  trained.add_option("--decay", options.training.decay, "L2 regularisation");
  trained.add_option("--without-rules", options.training.without_rules, "share of strings shown without the rules");
  trained.add_option("--least-count", options.training.least_count, "leave out rarer features");
  trained.add_option("--features", options.training.most_features, "keep that many");
  evaluated.add_option("--model", options.model, "the model; without: the built-in one");
  evaluated.add_flag("--rules-only", options.rules_only, "without any model");
  evaluated.add_flag("--consistent", options.consistent, "leave out strings with volume and pages but no container");
  evaluated.add_flag("--thresholds", options.thresholds,
                     "print what each threshold of confidence would mark as unsure");
  evaluated.add_flag("--show-wrong", options.show_wrong, "print what is read wrongly");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (shown.parsed()) return render(options);
  return trained.parsed() ? train(options) : evaluate(options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_references: {}\n", error.what());
    return 2;
  }
}
