#include "tools/train_references/rendering.h"

#include <array>

#include "analysis/bibliography/scan.h"

namespace claimbase::training {

namespace {

// What is printed, piece by piece, with the label of each.
class Printer {
 public:
  void put(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    made_.raw += text;
    made_.segments.emplace_back(std::string(label), std::string(text));
  }
  void mark(std::string_view text) { made_.raw += text; }  // punctuation
  void say(std::string_view text) { put("other", text); }
  [[nodiscard]] bool ends_with(char c) const { return !made_.raw.empty() && made_.raw.back() == c; }
  /// A full stop, where none is there and no question mark.
  void stop() {
    if (!ends_with('.') && !ends_with('?') && !ends_with('!')) mark(".");
  }
  [[nodiscard]] LabelledString take() { return std::move(made_); }

 private:
  LabelledString made_;
};

enum class NameForm : std::uint8_t {
  comma_dotted,
  comma_spaced_dots,
  bare,
  bare_dotted,
  dotted_first,
  given_last,
  given_first
};

struct Style {
  NameForm names = NameForm::bare;
  NameForm later_names = NameForm::bare;  // of the second author on
  std::string between = ", ";
  std::string last = ", ";  // before the last author
  std::size_t most_authors = 99;
  std::string et_al;
};

std::string dotted(std::string_view initials, std::string_view joint) {
  std::string out;
  for (std::size_t i = 0; i < initials.size();) {
    const auto c = scan::at(initials, i);
    if (scan::is_letter(c.value)) {
      if (!out.empty()) out += joint;
      out += initials.substr(i, c.size);
      out += '.';
    }
    i += c.size;
  }
  return out;
}

std::string name_in(const Person& person, NameForm form) {
  const bool written_out = form == NameForm::given_last || form == NameForm::given_first;
  if (written_out && person.given.empty()) form = NameForm::comma_dotted;
  switch (form) {
    case NameForm::comma_dotted:
      return person.family + ", " + dotted(person.initials, "");
    case NameForm::comma_spaced_dots:
      return person.family + ", " + dotted(person.initials, " ");
    case NameForm::bare:
      return person.family + " " + person.initials;
    case NameForm::bare_dotted:
      return person.family + " " + dotted(person.initials, "");
    case NameForm::dotted_first:
      return dotted(person.initials, " ") + " " + person.family;
    case NameForm::given_last:
      return person.family + ", " + person.given;
    case NameForm::given_first:
      return person.given + " " + person.family;
  }
  return {};
}

std::string names_in(const std::vector<Person>& people, const Style& style) {
  std::string out;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i > 0 && i >= style.most_authors) return out + style.et_al;
    if (i > 0) out += i + 1 == people.size() ? style.last : style.between;
    out += name_in(people[i], i == 0 ? style.names : style.later_names);
  }
  return out;
}

Style chosen_style(NameForm names, Chance& chance) {
  Style style;
  style.names = names;
  style.later_names = names;
  if (names == NameForm::given_last) style.later_names = chance.percent(70) ? NameForm::given_first : names;
  if (names == NameForm::bare) {
    style.last = chance.percent(80) ? ", " : std::string(chance.one_of({" and ", ", and ", " & ", " en "}));
    style.et_al = chance.one_of({", et al.", " et al.", ", et al", ", e.a."});
  } else {
    style.last = chance.one_of({", & ", " & ", ", and ", " and ", " en ", ", "});
    style.et_al = chance.one_of({", et al.", " et al.", " e.a.", ", e.a.", " en anderen", " and others"});
  }
  if (chance.percent(12) && names != NameForm::given_first) {
    style.between = "; ";
    style.last = chance.one_of({"; ", "; & ", "; and "});
  }
  if (chance.percent(30)) style.most_authors = static_cast<std::size_t>(chance.between(1, 6));
  return style;
}

constexpr std::array<std::string_view, 12> kDutchMonths{"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> kEnglishMonths{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

std::string_view month_name(const Record& record) {
  return (record.dutch ? kDutchMonths : kEnglishMonths)[static_cast<std::size_t>(record.month - 1)];
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string full_date(const Record& record, Chance& chance) {
  const auto day = std::to_string(record.day);
  const auto year = std::to_string(record.year);
  const auto month = std::string(month_name(record));
  if (record.dutch) {
    return chance.percent(70) ? day + " " + month + " " + year
                              : two_digits(record.day) + "-" + two_digits(record.month) + "-" + year;
  }
  return chance.percent(50) ? month + " " + day + ", " + year : day + " " + month + " " + year;
}

std::string dash(Chance& chance) {
  return std::string(chance.one_of({"-", "-", "–", "–"}));
}

std::string pages_in(const std::string& pages, bool shortened, Chance& chance) {
  const auto hyphen = pages.find('-');
  if (hyphen == std::string::npos) return pages;
  const auto first = pages.substr(0, hyphen);
  auto last = pages.substr(hyphen + 1);
  if (shortened && first.size() == last.size()) {
    std::size_t same = 0;
    while (same + 1 < first.size() && first[same] == last[same]) ++same;
    last = last.substr(same);
  }
  return first + dash(chance) + last;
}

void list_number(Printer& out, Chance& chance) {
  if (!chance.percent(8)) return;
  const auto number = std::to_string(chance.between(1, 99));
  out.say(number);
  out.mark(chance.one_of({". ", ") ", "] "}));
}

void put_year(Printer& out, const Record& record, std::string_view open, std::string_view close, Chance& chance) {
  out.mark(open);
  if (record.year == 0) {
    out.put("date", record.dutch ? chance.one_of({"z.d", "z.j", "n.d"}) : "n.d");
    out.mark(".");
  } else if (record.type == RecordType::news || (record.type == RecordType::page && chance.percent(35))) {
    const bool apa = chance.percent(50);
    out.put("date", apa && !record.dutch ? std::to_string(record.year) + ", " + std::string(month_name(record)) + " " +
                                               std::to_string(record.day)
                    : apa ? std::to_string(record.year) + ", " + std::to_string(record.day) + " " +
                                std::string(month_name(record))
                          : full_date(record, chance));
  } else {
    out.put("date", std::to_string(record.year) + (chance.percent(4) ? "a" : ""));
  }
  const bool opened = open.ends_with('(');
  if (opened && !close.starts_with(')')) out.mark(")");
  if (!opened && close.starts_with(')')) close.remove_prefix(1);
  out.mark(close);
}

void put_authors(Printer& out, const Record& record, const Style& style) {
  out.put("author", record.authors.empty() ? record.organisation : names_in(record.authors, style));
}

void put_access(Printer& out, const Record& record, Chance& chance) {
  if (record.type != RecordType::page && record.type != RecordType::report && record.type != RecordType::news) {
    if (chance.percent(15)) {
      out.mark(" ");
      out.say("https://doi.org/10.1000/xyz" + std::to_string(chance.between(100, 9999)));
    } else if (chance.percent(6)) {
      out.mark(" ");
      out.say("PMID: " + std::to_string(chance.between(10000000, 39999999)));
      out.mark(".");
    }
    return;
  }
  if (chance.percent(20)) return;
  Record accessed = record;
  accessed.year = chance.between(2015, 2025);
  accessed.month = chance.between(1, 12);
  accessed.day = chance.between(1, 28);
  const auto date = full_date(accessed, chance);
  const std::string address = "https://www.voorbeeld.nl/" + std::to_string(chance.between(1, 999)) + "/pagina";
  out.mark(" ");
  if (chance.percent(70)) {
    out.say(record.dutch ? chance.one_of({"Geraadpleegd op ", "Geraadpleegd: ", "Laatst geraadpleegd op ",
                                          "Reeds geraadpleegd op ", "Bekeken op ", "Opgehaald op "})
                         : chance.one_of({"Accessed ", "Retrieved ", "Accessed on ", "Last accessed "}));
    out.say(date);
    if (chance.percent(50)) {
      out.mark(", ");
      out.say(record.dutch ? "van " : "from ");
      out.say(address);
    } else {
      out.mark(".");
    }
  } else {
    if (chance.percent(30)) out.say(record.dutch ? "Beschikbaar via: " : "Available from: ");
    out.say(address);
  }
}

void put_volume_apa(Printer& out, const Record& record, Chance& chance) {
  out.put("volume", record.volume);
  if (!record.issue.empty()) {
    out.mark(chance.percent(80) || record.volume.empty() ? "(" : " (");
    out.put("issue", record.issue);
    out.mark(")");
  }
  if (!record.pages.empty()) {
    out.mark(chance.one_of({", ", ", ", ": ", ":"}));
    out.put("pages", pages_in(record.pages, false, chance));
  }
}

// Author (year). Title. Journal, 12(3), 4-9.
void apa_article(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record,
              chosen_style(chance.percent(60) ? NameForm::comma_spaced_dots : NameForm::comma_dotted, chance));
  put_year(out, record, " (", chance.one_of({"). ", ") ", "), ", "): "}), chance);
  out.put("title", record.title);
  out.stop();
  out.mark(" ");
  out.put("journal", record.container);
  out.mark(chance.one_of({", ", ", ", " ", ". "}));
  put_volume_apa(out, record, chance);
  out.stop();
}

// Author AB, Author C. Title. Journal. 2012;12(3):4-9.
void vancouver_article(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(chance.percent(88) ? NameForm::bare : NameForm::bare_dotted, chance));
  const bool year_first = chance.percent(18);
  if (year_first) {
    put_year(out, record, " (", chance.one_of({") ", "). "}), chance);
  } else {
    out.mark(chance.one_of({". ", ". ", ". ", ": "}));
  }
  out.put("title", record.title);
  out.stop();
  out.mark(" ");
  out.put("journal", record.container);
  if (!year_first) {
    out.mark(chance.one_of({". ", " ", ", ", ". "}));
    auto date = std::to_string(record.year);
    if (chance.percent(25)) date += " " + std::string(month_name(record)).substr(0, 3);
    out.put("date", date);
    out.mark(chance.one_of({";", "; ", ";"}));
  } else {
    out.mark(chance.one_of({" ", ", ", ". "}));
  }
  out.put("volume", record.volume);
  if (!record.issue.empty()) {
    out.mark("(");
    out.put("issue", record.issue);
    out.mark(")");
  }
  if (!record.pages.empty()) {
    out.mark(chance.one_of({":", ": ", ":"}));
    out.put("pages", pages_in(record.pages, chance.percent(70), chance));
  }
  out.mark(chance.percent(90) ? "." : "");
}

std::string_view open_quote(Chance& chance, std::string_view& close) {
  switch (chance.between(1, 3)) {
    case 1:
      close = "'";
      return "'";
    case 2:
      close = "”";
      return "“";
    default:
      close = "’";
      return "‘";
  }
}

// Author (year) 'Title', Journal, 12(3), pp. 4-9. and its Dutch kin with "jg." and "blz."
void harvard_article(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(chance.percent(70) ? NameForm::comma_dotted : NameForm::given_last, chance));
  const bool late_year = chance.percent(25);
  if (late_year) {
    out.mark(chance.one_of({", ", ". "}));
  } else {
    put_year(out, record, chance.one_of({" (", ", ", ". "}), chance.one_of({") ", ", ", ". "}), chance);
  }
  std::string_view close;
  const auto open = open_quote(chance, close);
  const bool quoted = chance.percent(75);
  out.mark(quoted ? open : "");
  out.put("title", record.title);
  if (quoted) {
    const bool inside = chance.percent(40);
    out.mark(inside ? "," : "");
    out.mark(close);
    out.mark(inside ? " " : ", ");
  } else {
    out.mark(chance.one_of({". ", ", "}));
  }
  out.put("journal", record.container);
  out.mark(", ");
  if (record.dutch && chance.percent(60)) {
    if (!record.volume.empty())
      out.put("volume", std::string(chance.one_of({"jaargang ", "jg. ", "vol. ", "jrg. "})) + record.volume);
    if (!record.issue.empty()) {
      out.mark(chance.one_of({", ", " "}));
      out.put("issue", std::string(chance.one_of({"nr. ", "nummer ", "no. ", "nr "})) + record.issue);
    }
  } else if (chance.percent(50)) {
    if (!record.volume.empty()) out.put("volume", "vol. " + record.volume);
    if (!record.issue.empty()) {
      out.mark(", ");
      out.put("issue", "no. " + record.issue);
    }
  } else {
    out.put("volume", record.volume);
    if (!record.issue.empty()) {
      out.mark("(");
      out.put("issue", record.issue);
      out.mark(")");
    }
  }
  if (late_year && chance.percent(50)) put_year(out, record, " (", ")", chance);
  if (!record.pages.empty()) {
    out.mark(chance.one_of({", ", ": "}));
    out.put("pages", std::string(record.dutch ? chance.one_of({"p. ", "pp. ", "blz. ", "pag. ", "p."})
                                              : chance.one_of({"pp. ", "p. ", ""})) +
                         pages_in(record.pages, false, chance));
  }
  if (late_year && !out.ends_with(')') && chance.percent(60)) put_year(out, record, ", ", "", chance);
  out.mark(chance.percent(85) ? "." : "");
}

void chicago_article(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(chance.percent(70) ? NameForm::given_last : NameForm::given_first, chance));
  const bool early = chance.percent(50);
  out.stop();
  if (early)
    put_year(out, record, " ", ". ", chance);
  else
    out.mark(" ");
  out.mark("“");
  out.put("title", record.title);
  out.stop();
  out.mark("” ");
  out.put("journal", record.container);
  out.mark(" ");
  out.put("volume", record.volume);
  if (!record.issue.empty()) {
    out.mark(chance.percent(60) ? ", " : " (");
    const bool bracket = out.ends_with('(');
    out.put("issue", (bracket ? "" : "no. ") + record.issue);
    out.mark(bracket ? ")" : "");
  }
  if (!early) put_year(out, record, " (", ")", chance);
  if (!record.pages.empty()) {
    out.mark(": ");
    out.put("pages", pages_in(record.pages, false, chance));
  }
  out.mark(".");
}

// As pasted from a page that lost its punctuation.
void bare_article(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(NameForm::bare, chance));
  out.mark(chance.percent(50) ? ". " : " ");
  out.put("title", record.title);
  out.mark(chance.one_of({". ", " ", ". "}));
  out.put("journal", record.container);
  out.mark(chance.one_of({" ", ", ", ". "}));
  put_year(out, record, "", chance.one_of({"", ".", ";"}), chance);
  if (chance.percent(50)) {
    out.mark(" ");
    out.put("volume", record.volume);
    if (!record.pages.empty()) {
      out.mark(":");
      out.put("pages", pages_in(record.pages, true, chance));
    }
  }
}

void article(Printer& out, const Record& record, Chance& chance) {
  const int roll = chance.between(1, 100);
  if (roll <= 28) return apa_article(out, record, chance);
  if (roll <= 62) return vancouver_article(out, record, chance);
  if (roll <= 80) return harvard_article(out, record, chance);
  if (roll <= 94) return chicago_article(out, record, chance);
  bare_article(out, record, chance);
}

void put_publisher(Printer& out, const Record& record, Chance& chance, bool year_last) {
  const bool place_first = chance.percent(65);
  if (place_first) {
    out.put("location", record.place);
    if (!record.place.empty()) out.mark(chance.one_of({": ", ": ", ": ", ": ", ". ", ", "}));
    out.put("publisher", record.publisher);
  } else {
    out.put("publisher", record.publisher);
    if (!record.place.empty() && chance.percent(50)) {
      out.mark(", ");
      out.put("location", record.place);
    }
  }
  if (year_last) put_year(out, record, chance.one_of({"; ", ", ", "; "}), "", chance);
  out.stop();
}

NameForm any_form(Chance& chance) {
  constexpr std::array<NameForm, 6> kForms{NameForm::comma_dotted, NameForm::comma_spaced_dots, NameForm::bare,
                                           NameForm::bare,         NameForm::given_last,        NameForm::dotted_first};
  return kForms[chance.below(kForms.size())];
}

void put_edition(Printer& out, const Record& record, Chance& chance) {
  if (!chance.percent(30)) return;
  const auto number = std::to_string(chance.between(2, 9));
  if (chance.percent(50)) {
    out.mark(" (");
    out.say(record.dutch ? number + "e druk" : number + "th ed.");
    out.mark(")");
  } else {
    out.stop();
    out.mark(" ");
    out.say(record.dutch ? number + "e druk" : number + "th ed");
  }
}

// "Tuinieren", "Het lege strand": books of stories, and manuals, have short titles.
void cut_title(Record& record, Chance& chance) {
  auto end = record.title.find(' ');
  for (auto words = chance.below(3); words > 0 && end != std::string::npos; --words)
    end = record.title.find(' ', end + 1);
  if (end != std::string::npos && end > 6) record.title.resize(end);
}

void book(Printer& out, Record record, Chance& chance) {
  if (chance.percent(20)) cut_title(record, chance);
  const bool year_last = chance.percent(50);
  put_authors(out, record, chosen_style(any_form(chance), chance));
  if (year_last) {
    out.stop();
    out.mark(" ");
  } else {
    put_year(out, record, chance.one_of({" (", " (", ". "}), chance.one_of({"). ", ") ", ". "}), chance);
  }
  out.put("title", record.title);
  put_edition(out, record, chance);
  out.stop();
  out.mark(" ");
  put_publisher(out, record, chance, year_last);
}

std::string editors_of(const Record& record, Chance& chance) {
  const auto style = chosen_style(chance.percent(50) ? NameForm::dotted_first : NameForm::bare, chance);
  return names_in(record.editors, style) +
         std::string(record.dutch ? chance.one_of({" (red.)", " (Red.)", ", redactie", ", red"})
                                  : chance.one_of({" (Eds.)", " (Ed.)", ", editors", ", eds"}));
}

// "Pages 12-19 in Smith A, Jones B, editors. A book. Press, Place." as ecologists print it.
void pages_first_chapter(Printer& out, const Record& record, Chance& chance) {
  const auto style = chosen_style(any_form(chance), chance);
  put_authors(out, record, style);
  put_year(out, record, chance.one_of({" (", ". ", " ("}), chance.one_of({"). ", ". ", ") "}), chance);
  out.put("title", record.title);
  out.stop();
  out.mark(" ");
  out.put("pages", std::string(record.dutch ? "Pagina's " : chance.one_of({"Pages ", "Pages ", "Pp. "})) +
                       pages_in(record.pages, false, chance));
  out.mark(" ");
  out.say(chance.one_of({"in", "In", "in:"}));
  out.mark(" ");
  if (chance.percent(70)) {
    out.put("editor", names_in(record.editors, style) +
                          std::string(record.dutch ? ", redactie" : chance.one_of({", editors", ", editor", ", eds"})));
    out.mark(". ");
  }
  out.put("container-title", record.container);
  out.mark(". ");
  put_publisher(out, record, chance, false);
}

// "In: Smith A, editor, A book, Press, Place. pp. 12-19." with nothing but commas, as BibTeX styles print it.
void comma_chapter(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(any_form(chance), chance));
  put_year(out, record, " (", chance.one_of({") ", "). "}), chance);
  out.put("title", record.title);
  out.mark(". ");
  out.say(chance.one_of({"In: ", "In "}));
  if (chance.percent(70)) {
    out.put("editor", names_in(record.editors, chosen_style(NameForm::bare, chance)) +
                          std::string(chance.one_of({", editors", ", editor"})));
    out.mark(", ");
  }
  out.put("container-title", record.container);
  out.mark(", ");
  out.put("publisher", record.publisher);
  if (!record.place.empty() && chance.percent(50)) {
    out.mark(", ");
    out.put("location", record.place);
  }
  out.mark(chance.one_of({". ", ", ", "., "}));
  out.put("pages", "pp. " + pages_in(record.pages, false, chance));
  out.mark(".");
}

void chapter(Printer& out, const Record& record, Chance& chance) {
  const int roll = chance.between(1, 100);
  if (roll <= 10) return pages_first_chapter(out, record, chance);
  if (roll <= 20) return comma_chapter(out, record, chance);
  const bool year_last = chance.percent(45);
  put_authors(out, record, chosen_style(any_form(chance), chance));
  if (year_last) {
    out.stop();
    out.mark(" ");
  } else {
    put_year(out, record, " (", chance.one_of({"). ", ") "}), chance);
  }
  out.put("title", record.title);
  out.stop();
  out.mark(" ");
  out.say(chance.one_of({"In: ", "In ", "In: "}));
  const bool editors_first = chance.percent(75);
  const auto editors = [&] { out.put("editor", editors_of(record, chance)); };
  if (editors_first) {
    editors();
    out.mark(chance.one_of({", ", ". ", ". "}));
  }
  out.put("container-title", record.container);
  if (chance.percent(55)) {
    out.mark(" (");
    out.put("pages", std::string(record.dutch ? "pp. " : "pp. ") + pages_in(record.pages, false, chance));
    out.mark("). ");
    if (!editors_first) {
      editors();
      out.stop();
      out.mark(" ");
    }
    put_publisher(out, record, chance, year_last);
  } else {
    out.stop();
    out.mark(" ");
    if (!editors_first) {
      editors();
      out.stop();
      out.mark(" ");
    }
    put_publisher(out, record, chance, year_last);
    out.mark(" ");
    out.put("pages", std::string(chance.one_of({"p. ", "pp. ", ""})) + pages_in(record.pages, true, chance));
    out.mark(".");
  }
}

// An organisation's page or report: "Voedingscentrum. Zout. Geraadpleegd op ...", "RIVM (2020). ... Bilthoven: RIVM."
void page(Printer& out, const Record& record, Chance& chance) {
  const auto kind = [&] {
    if (record.type != RecordType::report || !chance.percent(40)) return;
    out.mark(" (");
    out.say(record.dutch ? "Rapport " + std::to_string(record.year) + "-" + two_digits(record.day)
                         : "Report No. " + std::to_string(record.day));
    out.mark(")");
  };
  put_authors(out, record, chosen_style(any_form(chance), chance));
  const bool year_first = chance.percent(record.year == 0 ? 35 : 60);
  if (year_first) {
    put_year(out, record, chance.one_of({" (", ". (", " ("}), chance.one_of({"). ", "). ", ") "}), chance);
  } else {
    out.mark(record.authors.empty() ? chance.one_of({". ", ". ", ". ", ": ", ", "}) : chance.one_of({". ", ", "}));
  }
  out.put("title", record.title);
  kind();
  if (chance.percent(12)) {
    out.mark(" [");
    out.say(record.dutch ? chance.one_of({"Internet", "Webpagina", "internet", "Online"}) : "Internet");
    out.mark("]");
  }
  if (!record.container.empty()) {
    out.stop();
    out.mark(" ");
    out.put("container-title", record.container);
  }
  out.stop();
  const bool late_year = !year_first && record.year != 0;
  if (!record.publisher.empty()) {
    out.mark(" ");
    out.put("location", record.place);
    out.mark(": ");
    out.put("publisher", record.publisher);
    if (late_year) put_year(out, record, chance.one_of({"; ", ", "}), "", chance);
    if (record.dutch && chance.percent(15)) {
      out.mark(chance.one_of({"; ", ", ", ". "}));
      out.say(chance.one_of({"publicatienr. ", "publicatienummer ", "Rapport "}));
      out.say(std::to_string(record.year == 0 ? 2009 : record.year) + "/" + two_digits(record.day));
    }
    out.stop();
  } else if (late_year) {
    put_year(out, record, " ", ".", chance);
  }
}

// "Title. Organisation, 12 mei 2020." and "Title | Organisation": the organisation is where it stands.
void titled_page(Printer& out, const Record& record, Chance& chance) {
  out.put("title", record.title);
  out.mark(chance.one_of({" | ", ". ", " - ", ", "}));
  out.put("container-title", record.organisation.empty() ? record.container : record.organisation);
  if (record.year != 0) put_year(out, record, chance.one_of({", ", ". ", " ("}), "", chance);
  out.stop();
}

void thesis(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(any_form(chance), chance));
  const bool year_last = chance.percent(50);
  if (year_last) {
    out.stop();
    out.mark(" ");
  } else {
    put_year(out, record, " (", chance.one_of({"). ", ") "}), chance);
  }
  out.put("title", record.title);
  const auto kind = record.dutch
                        ? chance.one_of({"Proefschrift", "Dissertatie", "Masterscriptie", "Academisch proefschrift"})
                        : chance.one_of({"PhD thesis", "Doctoral dissertation", "Dissertation"});
  if (chance.percent(40)) {
    out.mark(" [");
    out.say(kind);
    out.mark("]. ");
  } else if (chance.percent(40)) {
    out.mark(" (");
    out.say(kind);
    out.mark("). ");
  } else {
    out.stop();
    out.mark(" ");
    out.say(kind);
    out.mark(chance.one_of({", ", ". "}));
  }
  out.put("publisher", record.publisher);
  if (year_last) put_year(out, record, chance.one_of({"; ", ", "}), "", chance);
  out.mark(".");
}

void news(Printer& out, const Record& record, Chance& chance) {
  put_authors(out, record, chosen_style(any_form(chance), chance));
  put_year(out, record, " (", "). ", chance);
  out.put("title", record.title);
  out.stop();
  out.mark(" ");
  out.put("journal", record.container);
  out.mark(".");
}

// A gap in the title, as where an article shortens its list.
void shorten_title(Record& record, Chance& chance) {
  if (!chance.percent(4)) return;
  const auto space = record.title.find(' ', record.title.size() / 2);
  const auto next = space == std::string::npos ? space : record.title.find(' ', space + 1);
  if (next == std::string::npos) return;
  record.title.replace(space, next - space, chance.one_of({" [...]", " […]", " ..."}));
}

}  // namespace

LabelledString rendered(const Record& given, Chance& chance) {
  Record record = given;
  shorten_title(record, chance);
  Printer out;
  list_number(out, chance);
  switch (record.type) {
    case RecordType::article:
      article(out, record, chance);
      break;
    case RecordType::book:
      book(out, record, chance);
      break;
    case RecordType::chapter:
      chapter(out, record, chance);
      break;
    case RecordType::report:
      page(out, record, chance);
      break;
    case RecordType::page:
      chance.percent(12) ? titled_page(out, record, chance) : page(out, record, chance);
      break;
    case RecordType::thesis:
      thesis(out, record, chance);
      break;
    case RecordType::news:
      news(out, record, chance);
      break;
  }
  put_access(out, record, chance);
  auto made = out.take();
  made.volume = record.volume;
  made.issue = record.issue;
  made.title = record.title;
  made.container = record.container;
  return made;
}

std::vector<LabelledString> made_up_strings(const WordLists& words, std::size_t count, Chance& chance) {
  std::vector<LabelledString> made;
  made.reserve(count);
  for (std::size_t i = 0; i < count; ++i) made.push_back(rendered(made_up_record(words, chance), chance));
  return made;
}

}  // namespace claimbase::training
