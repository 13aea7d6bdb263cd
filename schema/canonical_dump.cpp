#include "schema/canonical_dump.h"

#include <ostream>
#include <string>
#include <string_view>

#include "schema/full_text.h"

namespace claimbase {
namespace {

struct Section {
  const char* name;
  const char* rows;  // names instead of keys, in an order of names
};

constexpr Section kSections[] = {
    {"article",
     "SELECT path, title, alternative_title, date, publisher, language, encoding, format, content_hash, size, "
     "reader_version,"
     " extractor_version, analyzer_version, vocabulary_version FROM article ORDER BY path"},
    {"block",
     "SELECT a.path, b.ordinal, b.kind, b.role, b.begin_byte, b.end_byte, b.line, b.level, b.number, b.heading, "
     "b.lead_in,"
     " b.heading_path FROM block AS b JOIN article AS a ON a.key = b.article ORDER BY a.path, b.ordinal"},
    {"sentence",
     "SELECT a.path, s.ordinal, b.ordinal, s.begin_byte, s.end_byte, s.line, s.language, s.text FROM sentence AS s"
     " JOIN article AS a ON a.key = s.article JOIN block AS b ON b.key = s.block ORDER BY a.path, s.ordinal"},
    {"concept", "SELECT id, scheme, valence, kind, retired FROM concept ORDER BY scheme, id"},
    {"label",
     "SELECT c.scheme, c.id, l.language, l.kind, l.inverse, l.text FROM label AS l JOIN concept AS c ON c.key = "
     "l.concept"
     " ORDER BY c.scheme, c.id, l.ordinal"},
    {"label_words",
     "SELECT w.language, w.first_stem, w.rest, w.first_word, c.scheme, c.id, w.inverse FROM label_words AS w JOIN "
     "concept"
     " AS c ON c.key = w.concept ORDER BY w.language, w.first_stem, w.rest, w.first_word, c.scheme, c.id, w.inverse"},
    {"broader",
     "SELECT n.scheme, n.id, b.id FROM broader AS r JOIN concept AS n ON n.key = r.concept JOIN concept AS b ON b.key "
     "= r.broader"
     " ORDER BY n.scheme, n.id, b.id"},
    {"exact_match",
     "SELECT c.scheme, c.id, m.iri FROM exact_match AS m JOIN concept AS c ON c.key = m.concept ORDER BY c.scheme, "
     "c.id, m.iri"},
    {"claim",
     "SELECT c.id, s.id, c.relation, o.id FROM claim AS c JOIN concept AS s ON s.key = c.substance"
     " JOIN concept AS o ON o.key = c.outcome ORDER BY c.id"},
    {"mention",
     "SELECT a.path, m.ordinal, s.ordinal, c.id, m.exposure, m.polarity, m.certainty, m.inherited, m.confidence,"
     " m.substance_begin, m.substance_end, m.outcome_begin, m.outcome_end, m.cue_begin, m.cue_end FROM mention AS m"
     " JOIN article AS a ON a.key = m.article JOIN sentence AS s ON s.key = m.sentence JOIN claim AS c ON c.key = "
     "m.claim"
     " ORDER BY a.path, m.ordinal"},
    {"quantity",
     "SELECT a.path, m.ordinal, q.ordinal, q.kind, q.low, q.high, q.unit, q.begin_byte, q.end_byte, q.printed"
     " FROM quantity AS q JOIN mention AS m ON m.key = q.mention JOIN article AS a ON a.key = m.article"
     " ORDER BY a.path, m.ordinal, q.ordinal"},
    {"reference",
     "SELECT id, type, title, authors, et_al, year, container_title, volume, issue, page, publisher, url, accessed, "
     "abstract,"
     " raw, study_design, level, work, date, language, issn, isbn, notice, notice_date FROM reference ORDER BY id"},
    {"editor",
     "SELECT r.id, a.ordinal, a.family, a.given, a.literal FROM editor AS a JOIN reference AS r ON r.key = a.reference"
     " ORDER BY r.id, a.ordinal"},
    {"keyword",
     "SELECT r.id, t.ordinal, t.text FROM keyword AS t JOIN reference AS r ON r.key = t.reference ORDER BY r.id, "
     "t.ordinal"},
    {"publication_type",
     "SELECT r.id, t.ordinal, t.text FROM publication_type AS t JOIN reference AS r ON r.key = t.reference ORDER BY "
     "r.id, t.ordinal"},
    {"mesh",
     "SELECT r.id, t.ordinal, t.text, t.descriptor, t.major FROM mesh AS t JOIN reference AS r ON r.key = t.reference"
     " ORDER BY r.id, t.ordinal"},
    {"identity",
     "SELECT i.id, i.doi, i.pmid, i.pmcid, i.title, i.family, i.year, i.container, i.volume, i.page, i.own, t.id, "
     "i.score, i.work FROM identity AS i LEFT JOIN identity AS t ON t.key = i.target ORDER BY i.id"},
    {"identity_key",
     "SELECT k.hash, i.id FROM identity_key AS k JOIN identity AS i ON i.key = k.identity ORDER BY k.hash, i.id"},
    {"library", "SELECT path, format, content_hash, size, version FROM library ORDER BY path"},
    {"library_record",
     "SELECT l.path, e.ordinal, r.id, e.line, e.name, e.fields, e.work, i.id FROM library_record AS e JOIN library AS l"
     " ON l.key = e.library JOIN reference AS r ON r.key = e.reference JOIN identity AS i ON i.key = e.identity"
     " ORDER BY l.path, e.ordinal"},
    {"library_diagnostic",
     "SELECT l.path, d.severity, d.rule, d.line, d.message FROM library_diagnostic AS d JOIN library AS l ON l.key = "
     "d.library ORDER BY l.path, d.ordinal"},
    {"retraction_notice",
     "SELECT l.path, n.ordinal, n.line, n.record_id, n.nature, n.date, n.doi, n.pmid, n.reasons, n.title, i.id FROM"
     " retraction_notice AS n JOIN library AS l ON l.key = n.library JOIN identity AS i ON i.key = n.identity"
     " ORDER BY l.path, n.ordinal"},
    {"author",
     "SELECT r.id, a.ordinal, a.family, a.given, a.literal FROM author AS a JOIN reference AS r ON r.key = a.reference"
     " ORDER BY r.id, a.ordinal"},
    {"identifier",
     "SELECT r.id, i.scheme, i.value FROM identifier AS i JOIN reference AS r ON r.key = i.reference ORDER BY r.id, "
     "i.scheme"},
    {"reference_entry",
     "SELECT a.path, e.ordinal, r.id, e.number, e.begin_byte, e.end_byte, e.line, e.raw, e.fields, e.work, i.id"
     " FROM reference_entry AS e JOIN article AS a ON a.key = e.article JOIN reference AS r ON r.key = e.reference"
     " LEFT JOIN identity AS i ON i.key = e.identity ORDER BY a.path, e.ordinal"},
    {"citation",
     "SELECT a.path, c.ordinal, s.ordinal, c.kind, c.begin_byte, c.end_byte, c.line, c.marker, r.id, c.journal, c.year,"
     " c.study_design, c.level, c.authors, c.organisation, c.specific FROM citation AS c JOIN article AS a ON a.key = "
     "c.article"
     " JOIN sentence AS s ON s.key = c.sentence LEFT JOIN reference AS r ON r.key = c.reference ORDER BY a.path, "
     "c.ordinal"},
    {"citation_candidate",
     "SELECT a.path, c.ordinal, n.ordinal, r.id, e.ordinal FROM citation_candidate AS n JOIN citation AS c ON c.key = "
     "n.citation JOIN article AS a ON a.key = c.article JOIN reference AS r ON r.key = n.reference"
     " LEFT JOIN reference_entry AS e ON e.key = n.entry ORDER BY a.path, c.ordinal, n.ordinal"},
    {"evidence",
     "SELECT a.path, m.ordinal, c.ordinal, r.id, k.name, e.weight FROM evidence AS e JOIN mention AS m ON m.key = "
     "e.mention"
     " JOIN article AS a ON a.key = m.article JOIN link_kind AS k ON k.number = e.link"
     " LEFT JOIN citation AS c ON c.key = e.citation LEFT JOIN reference AS r ON r.key = e.reference"
     " ORDER BY a.path, m.ordinal, c.ordinal, r.id, e.link, e.weight"},
    {"diagnostic",
     "SELECT a.path, d.severity, d.rule, d.begin_byte, d.end_byte, d.line, d.message FROM diagnostic AS d"
     " JOIN article AS a ON a.key = d.article ORDER BY a.path, d.ordinal"},
};

void write_value(std::ostream& out, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '\t':
        out << "\\t";
        break;
      case '\n':
        out << "\\n";
        break;
      case '\\':
        out << "\\\\";
        break;
      default:
        out << c;
    }
  }
}

void write_rows(std::ostream& out, std::string_view name, Statement& rows) {
  while (out.good() && rows.step()) {
    out << name;
    for (int column = 0; column < rows.column_count(); ++column) {
      out << '\t';
      if (rows.is_null(column)) {
        out << "\\N";
      } else {
        write_value(out, rows.text(column));
      }
    }
    out << '\n';
  }
}

// fts5vocab lists an index's own words, so words that a row has lost or gained beside its text show.
void write_full_text(Database& db, std::ostream& out) {
  for (const auto& table : full_text_tables()) {
    db.execute("CREATE VIRTUAL TABLE temp.dumped_words USING fts5vocab('main', '" + table + "', 'col')");
    {
      Statement rows(db, "SELECT term, col, doc, cnt FROM temp.dumped_words ORDER BY term, col");
      write_rows(out, table, rows);
    }
    db.execute("DROP TABLE temp.dumped_words");
  }
}

}  // namespace

void write_canonical_dump(Database& db, std::ostream& out) {
  for (const auto& section : kSections) {
    Statement rows(db, section.rows);
    write_rows(out, section.name, rows);
  }
  write_full_text(db, out);
}

}  // namespace claimbase
