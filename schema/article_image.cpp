#include "schema/article_image.h"

#include <map>

namespace claimbase {
namespace {

constexpr std::string_view kMentions =
    "SELECT m.key, c.id, m.exposure, m.polarity, m.certainty, s.line, b.heading_path, s.text FROM mention AS m"
    " JOIN claim AS c ON c.key = m.claim JOIN sentence AS s ON s.key = m.sentence JOIN block AS b ON b.key = s.block"
    " WHERE m.article = ?1 ORDER BY m.ordinal";

constexpr std::string_view kEvidence =
    "SELECT k.name, c.kind, c.marker, r.id, r.authors, r.year, r.title, r.notice, n.raw, c.study_design, c.year,"
    " c.journal, c.authors, c.organisation FROM evidence AS e JOIN link_kind AS k ON k.number = e.link"
    " LEFT JOIN citation AS c ON c.key = e.citation LEFT JOIN reference AS r ON r.key = e.reference"
    " LEFT JOIN reference_entry AS n ON n.key = e.entry WHERE e.mention = ?1 ORDER BY c.ordinal, e.link, r.id";

constexpr std::string_view kEntries =
    "SELECT r.id, e.number, e.line, e.raw FROM reference_entry AS e JOIN reference AS r ON r.key = e.reference"
    " WHERE e.article = ?1 ORDER BY e.ordinal";

// What a citation in words names, joined.
std::string words_of(const Statement& row, int first, int end) {
  std::string words;
  for (int column = first; column < end; ++column) {
    const std::string_view part = row.text(column);
    if (part.empty() || part == "unknown") continue;
    words += words.empty() ? "" : ", ";
    words += part;
  }
  return words;
}

EvidenceImage evidence_of(const Statement& row) {
  EvidenceImage made;
  std::string* const fields[] = {&made.link,    &made.kind, &made.marker, &made.reference,
                                 &made.authors, &made.year, &made.title,  &made.notice};
  int column = 0;
  for (std::string* field : fields) *field = row.text(column++);
  made.printed = row.is_null(8) ? words_of(row, 9, 14) : std::string(row.text(8));
  return made;
}

// Takes out of both what they have in common. Rows that could be alike have one key.
template <typename Image, typename Key>
void leave_differences(std::vector<Image>& before, std::vector<Image>& after, const Key& key_of) {
  std::multimap<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < before.size(); ++i) rows.emplace(key_of(before[i]), i);
  std::vector<bool> is_kept(before.size());
  std::vector<Image> gained;
  for (Image& image : after) {
    auto [at, end] = rows.equal_range(key_of(image));
    while (at != end && !is_same(before[at->second], image)) ++at;
    if (at == end) {
      gained.push_back(std::move(image));
    } else {
      is_kept[at->second] = true;
      rows.erase(at);
    }
  }
  std::vector<Image> lost;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!is_kept[i]) lost.push_back(std::move(before[i]));
  }
  before = std::move(lost);
  after = std::move(gained);
}

}  // namespace

ArticleImageReader::ArticleImageReader(const Database& db)
    : article_(db, "SELECT key, title, format, content_hash FROM article WHERE path = ?1"),
      mentions_(db, kMentions),
      quantities_(db, "SELECT printed FROM quantity WHERE mention = ?1 ORDER BY ordinal"),
      evidence_(db, kEvidence),
      entries_(db, kEntries) {}

std::optional<ArticleImage> ArticleImageReader::read(std::string_view path) {
  std::optional<ArticleImage> image;
  std::int64_t key = 0;
  for (article_.bind(1, path); article_.step();) {
    key = article_.integer(0);
    image.emplace();
    image->title = article_.text(1);
    image->format = article_.text(2);
    image->content_hash = article_.text(3);
  }
  if (!image) return image;
  read_mentions(key, *image);
  read_entries(key, *image);
  return image;
}

void ArticleImageReader::read_mentions(std::int64_t article, ArticleImage& image) {
  for (mentions_.bind(1, article); mentions_.step();) {
    MentionImage& mention = image.mentions.emplace_back();
    mention.claim = mentions_.text(1);
    mention.exposure = mentions_.text(2);
    mention.polarity = mentions_.text(3);
    mention.certainty = mentions_.text(4);
    mention.line = mentions_.integer(5);
    mention.heading = mentions_.text(6);
    mention.sentence = mentions_.text(7);
    const std::int64_t key = mentions_.integer(0);
    for (quantities_.bind(1, key); quantities_.step();) mention.quantities.emplace_back(quantities_.text(0));
    for (evidence_.bind(1, key); evidence_.step();) mention.evidence.push_back(evidence_of(evidence_));
  }
}

void ArticleImageReader::read_entries(std::int64_t article, ArticleImage& image) {
  for (entries_.bind(1, article); entries_.step();) {
    image.entries.push_back(
        {std::string(entries_.text(0)), entries_.integer(1), entries_.integer(2), std::string(entries_.text(3))});
  }
}

ImageDifference difference(const ArticleImage& before, const ArticleImage& after) {
  ImageDifference made{before.mentions, after.mentions, before.entries, after.entries};
  leave_differences(made.lost_mentions, made.gained_mentions,
                    [](const MentionImage& each) { return each.claim + '\n' + each.sentence; });
  // As printed first: two entries of one work are then each with its own.
  leave_differences(made.lost_entries, made.gained_entries, [](const EntryImage& each) { return each.raw; });
  leave_differences(made.lost_entries, made.gained_entries, [](const EntryImage& each) { return each.reference; });
  return made;
}

}  // namespace claimbase
