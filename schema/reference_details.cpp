#include "schema/reference_details.h"

#include <string>
#include <string_view>

namespace claimbase {
namespace {

/// One of several values of a reference.
template <typename Value>
struct Listed {
  std::int64_t reference = 0;
  std::size_t ordinal = 0;
  const Value* value = nullptr;
};

template <typename Value>
std::vector<Listed<Value>> values_of(std::span<const DescribedReference> references,
                                     std::vector<Value> ReferenceRecord::*member) {
  std::size_t count = 0;
  for (const auto& each : references) count += (each.work->*member).size();
  std::vector<Listed<Value>> values;
  values.reserve(count);
  for (const auto& [key, work] : references) {
    std::size_t ordinal = 0;
    for (const Value& value : work->*member) values.push_back({key, ordinal++, &value});
  }
  return values;
}

void add_names(RowInserter& add, std::span<const Listed<AuthorRecord>> names) {
  add.insert(names.size(), [&](RowValues& row, std::size_t i) {
    const auto& [reference, ordinal, name] = names[i];
    row.bind(1, reference).bind(2, ordinal).bind(3, name->family).bind(4, name->given).bind(5, name->literal);
  });
}

void add_texts(RowInserter& add, std::span<const Listed<std::string>> texts) {
  add.insert(texts.size(), [&](RowValues& row, std::size_t i) {
    row.bind(1, texts[i].reference).bind(2, texts[i].ordinal).bind(3, *texts[i].value);
  });
}

// "Hypertension/*drug therapy": a star marks what the paper is mainly about.
void add_mesh(RowInserter& add, std::span<const Listed<std::string>> headings) {
  add.insert(headings.size(), [&](RowValues& row, std::size_t i) {
    const auto& [reference, ordinal, heading] = headings[i];
    std::string_view descriptor = std::string_view(*heading).substr(0, heading->find('/'));
    if (descriptor.starts_with('*')) descriptor.remove_prefix(1);
    const bool major = heading->starts_with('*') || heading->find("/*") != std::string::npos;
    row.bind(1, reference).bind(2, ordinal).bind(3, *heading).bind(4, descriptor).bind(5, major);
  });
}

void add_identifiers(RowInserter& add, std::span<const DescribedReference> references) {
  struct Identifier {
    std::int64_t reference;
    std::string_view scheme;
    const std::string* value;
  };
  std::vector<Identifier> identifiers;
  identifiers.reserve(references.size() * 3);
  for (const auto& [key, work] : references) {
    identifiers.push_back({key, "doi", &work->doi});
    identifiers.push_back({key, "pmid", &work->pmid});
    identifiers.push_back({key, "pmcid", &work->pmcid});
  }
  std::erase_if(identifiers, [](const Identifier& each) { return each.value->empty(); });
  add.insert(identifiers.size(), [&](RowValues& row, std::size_t i) {
    row.bind(1, identifiers[i].reference).bind(2, identifiers[i].scheme).bind(3, *identifiers[i].value);
  });
}

}  // namespace

ReferenceDetails::ReferenceDetails(Database& db)
    : add_author_(db, "author", "reference, ordinal, family, given, literal"),
      add_editor_(db, "editor", "reference, ordinal, family, given, literal"),
      add_identifier_(db, "identifier", "reference, scheme, value"),
      add_keyword_(db, "keyword", "reference, ordinal, text"),
      add_type_(db, "publication_type", "reference, ordinal, text"),
      add_mesh_(db, "mesh", "reference, ordinal, text, descriptor, major") {
  for (const std::string_view sql :
       {"DELETE FROM author WHERE reference = ?1", "DELETE FROM editor WHERE reference = ?1",
        "DELETE FROM identifier WHERE reference = ?1", "DELETE FROM keyword WHERE reference = ?1",
        "DELETE FROM publication_type WHERE reference = ?1", "DELETE FROM mesh WHERE reference = ?1"}) {
    remove_.emplace_back(db, sql);
  }
}

void ReferenceDetails::add(std::span<const DescribedReference> references) {
  add_names(add_author_, values_of(references, &ReferenceRecord::authors));
  add_names(add_editor_, values_of(references, &ReferenceRecord::editors));
  add_texts(add_keyword_, values_of(references, &ReferenceRecord::keywords));
  add_texts(add_type_, values_of(references, &ReferenceRecord::publication_types));
  add_mesh(add_mesh_, values_of(references, &ReferenceRecord::mesh));
  add_identifiers(add_identifier_, references);
}

void ReferenceDetails::remove(std::int64_t reference) {
  for (Statement& each : remove_) each.bind(1, reference).run();
}

}  // namespace claimbase
