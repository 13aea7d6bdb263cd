#include "schema/vocabulary_rows.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "schema/label_words.h"

namespace claimbase {
namespace {

void sort_once(std::vector<std::string>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class VocabularyRows {
 public:
  explicit VocabularyRows(Database& db)
      : add_(db,
             "INSERT INTO concept(id, scheme, valence, kind) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id, scheme) DO "
             "UPDATE SET"
             " valence = excluded.valence, kind = excluded.kind, retired = 0"),
        find_(db, "SELECT key FROM concept WHERE id = ?1 AND scheme = ?2"),
        remove_labels_(db, "DELETE FROM label WHERE concept = ?1"),
        add_label_(
            db, "INSERT INTO label(concept, ordinal, language, kind, inverse, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
        add_match_(db, "INSERT INTO exact_match(concept, iri) VALUES (?1, ?2)"),
        add_broader_(db,
                     "INSERT INTO broader(concept, broader)"
                     " SELECT ?1, key FROM concept WHERE id = ?2 AND scheme = ?3 AND retired = 0") {}

  void add(const ConceptRecord& entry) {
    add_.bind(1, entry.id).bind(2, entry.scheme).bind(3, entry.valence).bind(4, entry.kind).run();
    const std::int64_t key = key_of(entry);
    remove_labels_.bind(1, key).run();
    std::size_t ordinal = 0;
    for (const auto& label : entry.labels) {
      add_label_.bind(1, key).bind(2, ordinal++).bind(3, label.language).bind(4, label.kind).bind(5, label.inverse);
      add_label_.bind(6, label.text).run();
    }
    for (const auto& iri : entry.exact_match) add_match_.bind(1, key).bind(2, iri).run();
  }

  /// After all concepts are there.
  void add_broader(const ConceptRecord& entry) {
    const std::int64_t key = key_of(entry);
    for (const auto& broader : entry.broader) add_broader_.bind(1, key).bind(2, broader).bind(3, entry.scheme).run();
  }

 private:
  std::int64_t key_of(const ConceptRecord& entry) {
    std::int64_t key = 0;
    find_.bind(1, entry.id).bind(2, entry.scheme);
    while (find_.step()) key = find_.integer(0);
    return key;
  }

  Statement add_;
  Statement find_;
  Statement remove_labels_;
  Statement add_label_;
  Statement add_match_;
  Statement add_broader_;
};

std::string name_of(std::string_view scheme, std::string_view id) {
  return std::string(scheme) + ':' + std::string(id);
}

}  // namespace

ConceptMap normalised(std::span<const ConceptRecord> concepts) {
  ConceptMap map;
  for (const auto& entry : concepts) map[name_of(entry.scheme, entry.id)] = entry;
  for (auto& [name, entry] : map) {
    std::erase_if(entry.broader,
                  [&, &scheme = entry.scheme](const std::string& id) { return !map.contains(name_of(scheme, id)); });
    sort_once(entry.broader);
    sort_once(entry.exact_match);
  }
  return map;
}

ConceptMap read_vocabulary(const Database& db) {
  ConceptMap map;
  Statement concepts(db, "SELECT id, scheme, valence, kind FROM concept WHERE retired = 0");
  while (concepts.step()) {
    ConceptRecord& entry = map[name_of(concepts.text(1), concepts.text(0))];
    entry.id = concepts.text(0);
    entry.scheme = concepts.text(1);
    entry.valence = concepts.text(2);
    entry.kind = concepts.text(3);
  }
  const auto each = [&](std::string_view sql, const auto& add) {
    Statement rows(db, sql);
    while (rows.step()) {
      if (const auto found = map.find(rows.text(0)); found != map.end()) add(found->second, rows);
    }
  };
  each(
      "SELECT c.scheme || ':' || c.id, l.text, l.language, l.kind, l.inverse FROM label AS l JOIN concept AS c ON "
      "c.key = l.concept"
      " ORDER BY c.key, l.ordinal",
      [](ConceptRecord& entry, const Statement& row) {
        entry.labels.push_back(
            {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), row.integer(4) != 0});
      });
  each(
      "SELECT n.scheme || ':' || n.id, b.id FROM broader AS r JOIN concept AS n ON n.key = r.concept JOIN concept AS b "
      "ON b.key = "
      "r.broader"
      " ORDER BY b.id",
      [](ConceptRecord& entry, const Statement& row) { entry.broader.emplace_back(row.text(1)); });
  each(
      "SELECT c.scheme || ':' || c.id, m.iri FROM exact_match AS m JOIN concept AS c ON c.key = m.concept ORDER BY "
      "m.iri",
      [](ConceptRecord& entry, const Statement& row) { entry.exact_match.emplace_back(row.text(1)); });
  return map;
}

void write_vocabulary(Database& db, const ConceptMap& concepts) {
  db.execute("UPDATE concept SET retired = 1; DELETE FROM broader; DELETE FROM exact_match; DELETE FROM label_words;");
  VocabularyRows rows(db);
  for (const auto& [id, entry] : concepts) rows.add(entry);
  for (const auto& [id, entry] : concepts) rows.add_broader(entry);
  db.execute(
      "DELETE FROM label WHERE concept IN (SELECT key FROM concept WHERE retired = 1);"
      "DELETE FROM concept WHERE retired = 1 AND NOT EXISTS (SELECT 1 FROM claim WHERE substance = concept.key)"
      " AND NOT EXISTS (SELECT 1 FROM claim WHERE outcome = concept.key);");
  write_label_words(db);
}

}  // namespace claimbase
