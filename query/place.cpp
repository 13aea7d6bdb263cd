#include "query/place.h"

#include "query/paint.h"

namespace claimbase {
namespace {

constexpr std::string_view kSentence =
    "SELECT a.path, a.title, a.date, s.line, s.begin_byte, s.end_byte, s.language, b.role, b.heading_path, s.text, "
    "a.format"
    " FROM sentence AS s JOIN article AS a ON a.key = s.article JOIN block AS b ON b.key = s.block WHERE s.key = ?1";

constexpr std::string_view kMentions =
    "SELECT c.id, su.id, c.relation, o.id, m.exposure, m.polarity, m.certainty FROM mention AS m"
    " JOIN claim AS c ON c.key = m.claim JOIN concept AS su ON su.key = c.substance JOIN concept AS o ON o.key = "
    "c.outcome"
    " WHERE m.sentence = ?1 ORDER BY m.ordinal";

constexpr std::string_view kReferences =
    "WITH cited (reference) AS (SELECT reference FROM citation WHERE sentence = ?1"
    " UNION SELECT e.reference FROM mention AS m JOIN evidence AS e ON e.mention = m.key"
    " JOIN link_kind AS k ON k.number = e.link WHERE m.sentence = ?1 AND k.name <> 'reference-list')"
    " SELECT r.id, coalesce((SELECT min(n.number) FROM reference_entry AS n WHERE n.reference = r.key AND n.article ="
    " (SELECT article FROM sentence WHERE key = ?1)), 0) AS number,"
    " coalesce((SELECT w.family || w.literal FROM author AS w WHERE w.reference = r.key ORDER BY w.ordinal LIMIT 1), "
    "''),"
    " r.authors, r.et_al, r.year, r.title, r.container_title, r.study_design, r.level,"
    " r.notice, r.notice_date FROM cited JOIN reference AS r ON r.key = cited.reference ORDER BY number, r.id";

// The same columns.
constexpr std::string_view kCandidates =
    "SELECT r.id, coalesce(e.number, 0),"
    " coalesce((SELECT w.family || w.literal FROM author AS w WHERE w.reference = r.key ORDER BY w.ordinal LIMIT 1), "
    "''),"
    " r.authors, r.et_al, r.year, r.title, r.container_title, r.study_design, r.level, r.notice, r.notice_date"
    " FROM citation_candidate AS n JOIN reference AS r ON r.key = n.reference"
    " LEFT JOIN reference_entry AS e ON e.key = n.entry WHERE n.citation = ?1 ORDER BY n.ordinal";

constexpr std::string_view kAttributions =
    "SELECT journal, year, study_design, authors, organisation, specific, key FROM citation"
    " WHERE sentence = ?1 AND kind IN ('attribution', 'author-year') AND reference IS NULL ORDER BY ordinal";

std::string with(std::string list, const std::string& item) {
  if (item.empty()) return list;
  return list.empty() ? item : std::move(list) + ", " + item;
}

ReferenceSummary summary_of(const Statement& row) {
  const auto text = [&row](int column) { return std::string(row.text(column)); };
  return {text(0),
          static_cast<int>(row.integer(1)),
          text(2),
          text(3),
          row.integer(4) != 0,
          optional_integer(row, 5),
          text(6),
          text(7),
          text(8),
          static_cast<int>(row.integer(9)),
          text(10),
          text(11)};
}

}  // namespace

std::optional<int> optional_integer(const Statement& statement, int column) {
  if (statement.is_null(column)) return std::nullopt;
  return static_cast<int>(statement.integer(column));
}

CandidateReader::CandidateReader(const Database& db) : candidates_(db, kCandidates) {}

std::vector<ReferenceSummary> CandidateReader::read(std::int64_t citation) {
  std::vector<ReferenceSummary> works;
  for (candidates_.bind(1, citation); candidates_.step();) works.push_back(summary_of(candidates_));
  return works;
}

PlaceReader::PlaceReader(const Database& db)
    : sentence_(db, kSentence),
      mentions_(db, kMentions),
      references_(db, kReferences),
      attributions_(db, kAttributions),
      candidates_(db) {}

SentencePlace PlaceReader::read(std::int64_t sentence) {
  SentencePlace place;
  for (sentence_.bind(1, sentence); sentence_.step();) {
    place.article = sentence_.text(0);
    place.title = sentence_.text(1);
    place.date = sentence_.text(2);
    place.line = static_cast<std::uint32_t>(sentence_.integer(3));
    place.begin = static_cast<std::uint32_t>(sentence_.integer(4));
    place.end = static_cast<std::uint32_t>(sentence_.integer(5));
    place.language = sentence_.text(6);
    place.role = sentence_.text(7);
    place.heading = sentence_.text(8);
    place.text = sentence_.text(9);
    place.format = sentence_.text(10);
  }
  const auto text = [](const Statement& from, int column) { return std::string(from.text(column)); };
  for (mentions_.bind(1, sentence); mentions_.step();) {
    place.mentions.push_back({text(mentions_, 0), text(mentions_, 1), text(mentions_, 2), text(mentions_, 3),
                              text(mentions_, 4), text(mentions_, 5), text(mentions_, 6)});
  }
  for (references_.bind(1, sentence); references_.step();) {
    place.references.push_back(summary_of(references_));
  }
  for (attributions_.bind(1, sentence); attributions_.step();) {
    place.attributions.push_back({text(attributions_, 0), optional_integer(attributions_, 1), text(attributions_, 2),
                                  text(attributions_, 3), text(attributions_, 4), attributions_.integer(5) != 0,
                                  candidates_.read(attributions_.integer(6))});
  }
  return place;
}

std::string claim_line(const MentionSummary& mention) {
  std::string marks;
  if (mention.exposure != "intake") marks = with(marks, mention.exposure);
  if (mention.certainty == "hedged") marks = with(marks, "hedged");
  if (mention.polarity == "negated") marks = with(marks, "negated");
  return mention.substance + " " + mention.relation + " " + mention.outcome + (marks.empty() ? "" : " (" + marks + ")");
}

std::string short_name(const ReferenceSummary& reference) {
  std::string name = reference.first_author;
  if (name.empty()) name = reference.title.empty() ? reference.id : shortened(reference.title, 40);
  return reference.year ? name + " " + std::to_string(*reference.year) : name;
}

std::string attribution_line(const AttributionSummary& attribution) {
  std::string line;
  if (attribution.study_design != "unknown") line = with(line, attribution.study_design);
  if (attribution.year) line = with(line, std::to_string(*attribution.year));
  line = with(line, attribution.journal);
  line = with(line, attribution.authors);
  line = with(line, attribution.organisation);
  return line.empty() ? "a study that is not named" : line;
}

std::string candidates_line(const std::vector<ReferenceSummary>& candidates) {
  std::string line;
  for (const ReferenceSummary& each : candidates) {
    line += line.empty() ? "" : ", or ";
    line += short_name(each) + (each.number > 0 ? " [" + std::to_string(each.number) + "]" : "");
  }
  return line;
}

std::string notice_line(const std::string& nature, const std::string& date) {
  std::string line;
  if (nature == "retraction") line = "RETRACTED";
  if (nature == "expression-of-concern") line = "expression of concern";
  if (nature == "correction") line = "corrected";
  if (nature == "reinstatement") line = "reinstated";
  return line.empty() || date.empty() ? line : line + " (" + date + ")";
}

std::string design_line(const std::string& study_design, int level) {
  if (study_design.empty() || study_design == "unknown") return "design unknown";
  return level == 0 ? study_design : study_design + ", level " + std::to_string(level);
}

}  // namespace claimbase
