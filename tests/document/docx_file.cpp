#include "tests/document/docx_file.h"

#include <zip.h>

#include <stdexcept>

namespace claimbase {
namespace {

constexpr auto* kNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

std::string part_of(const std::string& root, const std::string& inner) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + root + " " + kNamespaces + ">" + inner +
         "</w:" + root + ">";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
         "</Relationships>";
}

void check(bool holds) {
  if (!holds) throw std::runtime_error("libzip could not write");
}

}  // namespace

std::string zip_of(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  check(target != nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  check(archive != nullptr);
  for (const ZipPart& part : parts) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    check(source != nullptr && zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  check(zip_close(archive) == 0);
  zip_stat_t stat;
  zip_stat_init(&stat);
  check(zip_source_stat(target, &stat) == 0);
  check(zip_source_open(target) == 0);
  std::string made(stat.size, '\0');
  check(zip_source_read(target, made.data(), made.size()) == static_cast<zip_int64_t>(made.size()));
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return made;
}

std::string docx_of(const DocxParts& parts) {
  std::vector<ZipPart> made;
  std::string links = parts.links;
  const auto add = [&](const std::string& name, const std::string& root, const std::string& inner) {
    if (inner.empty()) return;
    made.push_back({"word/" + name + ".xml", part_of(root, inner)});
    links += relation("rId-" + name, name, name + ".xml");
  };
  made.push_back({"_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml"))});
  made.push_back({"word/document.xml", part_of("document", "<w:body>" + parts.body + "</w:body>")});
  add("styles", "styles", parts.styles);
  add("numbering", "numbering", parts.numbering);
  add("footnotes", "footnotes", parts.footnotes);
  add("endnotes", "endnotes", parts.endnotes);
  made.push_back({"word/_rels/document.xml.rels", relations(links)});
  if (!parts.core.empty()) {
    made.push_back({"docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\" xmlns:dcterms=\"urn:dcterms\">" +
                        parts.core + "</cp:coreProperties>"});
  }
  return zip_of(made);
}

std::string run_of(const std::string& words, const std::string& properties) {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space=\"preserve\">" +
         words + "</w:t></w:r>";
}

std::string paragraph_of(const std::string& words, const std::string& properties) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + run_of(words) + "</w:p>";
}

}  // namespace claimbase
