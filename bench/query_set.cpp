#include "bench/query_set.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>
#include <set>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include "analysis/language/analyzer.h"
#include "analysis/language/resources.h"
#include "bench/corpus_sentences.h"
#include "bench/draw.h"

namespace claimbase::bench {
namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"nl", "en"};
constexpr double kHighShare = 1.0 / 200;
constexpr double kMidShare = 1.0 / 5000;
constexpr std::size_t kSampled = 20'000;  // sentences that queries are drawn from, of each language
constexpr std::size_t kShortest = 4;      // letters of a word; shorter ones are nearly all function words

enum class Band : std::uint8_t { high, mid, low };

// What is known of one language's sentences.
struct Language {
  explicit Language(std::string_view code) : name(code), analyzer(code) {
    for (const auto& row : tsv_rows(resource("language/function_words.tsv"))) {
      if (row[0] == code) small_words.emplace(row[1]);
    }
  }
  std::string name;
  Analyzer analyzer;
  std::set<std::string, std::less<>> small_words;
  std::unordered_map<std::string, std::size_t> counts;  // sentences a stem is in
  std::size_t sentences = 0;
  std::vector<std::string> sample;
  Draw draw{1};
};

bool is_plain(std::string_view word) {
  return word.size() >= kShortest && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

void note(Language& language, const std::string& text) {
  std::vector<Word> words;
  language.analyzer.trim();
  language.analyzer.words(text, words);
  std::vector<std::string_view> stems;
  stems.reserve(words.size());
  for (const Word& word : words) stems.emplace_back(word.form->stem);
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  for (const std::string_view stem : stems) ++language.counts[std::string(stem)];
  ++language.sentences;
  // Every sentence has the same chance to be among those that are kept (Vitter's algorithm R).
  if (language.sample.size() < kSampled) {
    language.sample.push_back(text);
  } else if (const std::size_t place = language.draw.below(language.sentences); place < kSampled) {
    language.sample[place] = text;
  }
}

Band band_of(Language& language, const std::string& word, std::size_t& sentences) {
  const auto found = language.counts.find(language.analyzer.form(word)->stem);
  sentences = found == language.counts.end() ? 0 : found->second;
  const double share = static_cast<double>(sentences) / static_cast<double>(language.sentences);
  if (share >= kHighShare) return Band::high;
  return share >= kMidShare ? Band::mid : Band::low;
}

// A sentence's words by band, each once, and its pairs of neighbours.
struct Choice {
  std::array<std::vector<std::string>, 3> words;
  std::vector<std::vector<std::string>> pairs;
};

Choice choice_of(Language& language, const std::string& text) {
  Choice choice;
  std::vector<Word> words;
  language.analyzer.trim();
  language.analyzer.words(text, words);
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const Word& word : words) folded.push_back(word.form->folded);
  std::set<std::string> seen;
  std::string previous;
  for (const std::string& word : folded) {
    std::size_t sentences = 0;
    const bool fits = is_plain(word) && !language.small_words.contains(word);
    const Band band = fits ? band_of(language, word, sentences) : Band::low;
    if (!fits || sentences < 2) {
      previous.clear();
      continue;
    }
    if (!previous.empty()) choice.pairs.push_back({previous, word});
    previous = word;
    if (seen.insert(word).second) choice.words[static_cast<std::size_t>(band)].push_back(word);
  }
  return choice;
}

std::string take(std::vector<std::string>& words, Draw& draw) {
  const std::size_t at = draw.below(words.size());
  std::string word = std::move(words[at]);
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  return word;
}

// Empty where the sentence has not as many.
std::vector<std::string> mixed(Choice choice, std::size_t count, Draw& draw) {
  std::vector<std::string> words;
  while (words.size() < count) {
    const double asked = draw.uniform();
    std::size_t band = asked < 0.4 ? 0 : asked < 0.8 ? 1 : 2;
    for (std::size_t tried = 0; tried < 3 && choice.words[band].empty(); ++tried) band = (band + 1) % 3;
    if (choice.words[band].empty()) return {};
    words.push_back(take(choice.words[band], draw));
  }
  return words;
}

std::vector<std::string> words_of(const std::string& kind, Choice choice, Draw& draw) {
  const auto one_of = [&](Band band) {
    auto& words = choice.words[static_cast<std::size_t>(band)];
    return words.empty() ? std::vector<std::string>() : std::vector<std::string>{take(words, draw)};
  };
  if (kind == "term high") return one_of(Band::high);
  if (kind == "term mid") return one_of(Band::mid);
  if (kind == "term low") return one_of(Band::low);
  if (kind == "phrase") return choice.pairs.empty() ? std::vector<std::string>() : draw.of(choice.pairs);
  return mixed(std::move(choice), static_cast<std::size_t>(kind.back() - '0'), draw);
}

}  // namespace

std::vector<BenchQuery> draw_queries(const std::filesystem::path& folder, std::size_t each) {
  std::array<Language, 2> languages = {Language(kLanguages[0]), Language(kLanguages[1])};
  for_each_batch(folder, [&](std::span<const IndexedSentence> sentences) {
    for (const IndexedSentence& sentence : sentences) {
      for (Language& language : languages) {
        if (language.name == sentence.language) note(language, sentence.text);
      }
    }
  });
  constexpr std::array<const char*, 10> kKinds = {"term high", "term mid", "term low", "or 2",  "or 3",
                                                  "or 4",      "or 5",     "and 2",    "and 3", "phrase"};
  Draw draw(2);
  std::vector<BenchQuery> queries;
  for (const std::string kind : kKinds) {
    std::set<std::vector<std::string>> asked;  // rare bands have few words; a hundred tries for each query are enough
    for (std::size_t tries = 0; asked.size() < each && tries < each * 100; ++tries) {
      Language& language = languages[tries % languages.size()];
      if (language.sample.empty()) continue;
      std::vector<std::string> words = words_of(kind, choice_of(language, draw.of(language.sample)), draw);
      if (!words.empty() && asked.insert(words).second) queries.push_back({kind, language.name, std::move(words)});
    }
  }
  return queries;
}

void write_queries(std::ostream& out, const std::vector<BenchQuery>& queries) {
  for (const BenchQuery& query : queries) {
    out << query.kind << '\t' << query.language << '\t';
    for (std::size_t i = 0; i < query.words.size(); ++i) out << (i > 0 ? " " : "") << query.words[i];
    out << '\n';
  }
}

std::vector<BenchQuery> read_queries(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<BenchQuery> queries;
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) throw std::runtime_error("no query: " + line);
    BenchQuery query{line.substr(0, first), line.substr(first + 1, second - first - 1), {}};
    for (std::size_t begin = second + 1; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      query.words.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    queries.push_back(std::move(query));
  }
  if (queries.empty()) throw std::runtime_error("no queries in " + file.string());
  return queries;
}

}  // namespace claimbase::bench
