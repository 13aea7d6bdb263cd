#include <pugixml.hpp>
#include <string>
#include <utility>

#include "analysis/library/readers.h"
#include "analysis/library/xml_slices.h"

namespace claimbase::library {
namespace {

using Node = pugi::xml_node;

std::string title_in(const Node& node) {
  std::string title = clean(text_in(node));
  if (title.ends_with('.') && !title.ends_with("..")) title.pop_back();
  if (title.starts_with('[') && title.ends_with(']')) title = title.substr(1, title.size() - 2);
  return title;
}

// "BACKGROUND: ... METHODS: ...", as PubMed shows it.
std::string abstract_in(const Node& node) {
  std::string abstract;
  for (const Node& part : node.children("AbstractText")) {
    if (!abstract.empty()) abstract += ' ';
    const std::string label = clean(part.attribute("Label").value());
    if (!label.empty()) abstract += label + ": ";
    abstract += text_in(part);
  }
  return clean(abstract);
}

std::vector<Author> names_in(const Node& list) {
  std::vector<Author> names;
  for (const Node& author : list.children("Author")) {
    if (author.attribute("ValidYN").value() == std::string_view("N")) continue;
    const Node collective = author.child("CollectiveName");
    if (collective) {
      names.push_back({{}, {}, clean(text_in(collective))});
      continue;
    }
    const Node given = author.child("ForeName") ? author.child("ForeName") : author.child("Initials");
    names.push_back(person(text_in(author.child("LastName")), text_in(given), text_in(author.child("Suffix"))));
  }
  return names;
}

void put_pubmed_date(LibraryRecord& record, const Node& date) {
  if (!date.child("Year")) return put_date(record, date.child_value("MedlineDate"));
  put_date(record,
           std::string(date.child_value("Year")) + " " + date.child_value("Month") + " " + date.child_value("Day"));
}

void put_identifiers(LibraryRecord& record, const Node& list) {
  Reference& work = record.work;
  for (const Node& id : list.children("ArticleId")) {
    const std::string_view type = id.attribute("IdType").value();
    if (type == "doi" && work.doi.empty()) work.doi = doi_of(id.child_value());
    if (type == "pmc" && work.pmcid.empty()) work.pmcid = pmcid_of(id.child_value());
    if (type == "pubmed" && work.pmid.empty()) work.pmid = pmid_of(id.child_value());
  }
}

void put_mesh(LibraryRecord& record, const Node& list) {
  for (const Node& heading : list.children("MeshHeading")) {
    std::string text;
    for (const Node& name : heading.children()) {
      if (!text.empty()) text += '/';
      if (name.attribute("MajorTopicYN").value() == std::string_view("Y")) text += '*';
      text += text_in(name);
    }
    text = clean(text);
    if (!text.empty()) record.mesh.push_back(std::move(text));
  }
}

void put_keywords(LibraryRecord& record, const Node& parent) {
  for (const Node& list : parent.children("KeywordList")) {
    for (const Node& keyword : list.children("Keyword")) add_items(record.keywords, text_in(keyword));
  }
}

void put_types(LibraryRecord& record, const Node& parent) {
  for (const Node& type : parent.children("PublicationType")) {
    std::string name = clean(text_in(type));
    if (!name.empty()) record.publication_types.push_back(std::move(name));
  }
}

LibraryRecord article_of(const Node& element, std::uint32_t line) {
  const Node citation = element.child("MedlineCitation");
  const Node article = citation.child("Article");
  const Node journal = article.child("Journal");
  const Node issue = journal.child("JournalIssue");
  LibraryRecord made;
  made.line = line;
  Reference& work = made.work;
  work.type = "article-journal";
  work.pmid = pmid_of(citation.child_value("PMID"));
  made.key = work.pmid;
  work.title = title_in(article.child("ArticleTitle"));
  if (work.title.empty()) work.title = title_in(article.child("VernacularTitle"));
  work.authors = names_in(article.child("AuthorList"));
  const Node list = article.child("AuthorList");
  work.et_al = list.attribute("CompleteYN").value() == std::string_view("N");
  work.container_title = clean(text_in(journal.child("Title")));
  put(work.container_title, journal.child_value("ISOAbbreviation"));
  put(work.container_title, citation.child("MedlineJournalInfo").child_value("MedlineTA"));
  made.issn = clean(journal.child_value("ISSN"));
  work.volume = clean(issue.child_value("Volume"));
  work.issue = clean(issue.child_value("Issue"));
  put_pubmed_date(made, issue.child("PubDate"));
  put_pubmed_date(made, article.child("ArticleDate"));
  work.page = pages_of(article.child("Pagination").child_value("MedlinePgn"));
  for (const Node& id : article.children("ELocationID")) {
    if (id.attribute("EIdType").value() == std::string_view("doi") && work.doi.empty())
      work.doi = doi_of(id.child_value());
  }
  put_identifiers(made, element.child("PubmedData").child("ArticleIdList"));
  made.abstract = abstract_in(article.child("Abstract"));
  made.language = clean(article.child_value("Language"));
  put_types(made, article.child("PublicationTypeList"));
  put_mesh(made, citation.child("MeshHeadingList"));
  put_keywords(made, citation);
  return made;
}

LibraryRecord book_of(const Node& element, std::uint32_t line) {
  const Node document = element.child("BookDocument");
  const Node book = document.child("Book");
  LibraryRecord made;
  made.line = line;
  Reference& work = made.work;
  const std::string own = title_in(document.child("ArticleTitle"));
  work.type = own.empty() ? "book" : "chapter";
  work.title = own.empty() ? title_in(book.child("BookTitle")) : own;
  if (!own.empty()) work.container_title = title_in(book.child("BookTitle"));
  work.pmid = pmid_of(document.child_value("PMID"));
  made.key = work.pmid;
  for (const Node& parent : {document, book}) {
    for (const Node& list : parent.children("AuthorList")) {
      const bool editors = list.attribute("Type").value() == std::string_view("editors");
      auto& names = editors ? made.editors : work.authors;
      if (names.empty()) names = names_in(list);
    }
  }
  work.publisher = clean(book.child("Publisher").child_value("PublisherName"));
  put_pubmed_date(made, book.child("PubDate"));
  work.volume = clean(book.child_value("Volume"));
  work.page = pages_of(document.child("Pagination").child_value("MedlinePgn"));
  made.isbn = clean(book.child_value("Isbn"));
  put_identifiers(made, document.child("ArticleIdList"));
  made.abstract = abstract_in(document.child("Abstract"));
  made.language = clean(document.child_value("Language"));
  put_types(made, document);
  put_keywords(made, document);
  return made;
}

}  // namespace

void read_pubmed_xml(std::string_view text, Collector& records) {
  const auto broken = [&](std::size_t offset, std::string_view what) {
    records.say(Severity::warning, "library.broken-record", records.line_of(offset),
                "a record that is no well-formed XML: " + std::string(what));
  };
  each_element(
      text, "PubmedArticle",
      {[&](const Node& element, std::size_t offset) { records.add(article_of(element, records.line_of(offset))); },
       broken});
  each_element(
      text, "PubmedBookArticle",
      {[&](const Node& element, std::size_t offset) { records.add(book_of(element, records.line_of(offset))); },
       broken});
}

}  // namespace claimbase::library
