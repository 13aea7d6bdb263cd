#include "analysis/document/docx_package.h"

#include <array>
#include <utility>

#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

using Fault = std::optional<Diagnostic>;

Diagnostic failure(std::string rule, std::string message) {
  return {Severity::error, std::move(rule), {}, std::move(message)};
}

Fault fault_of(ZipFault fault) {
  switch (fault) {
    case ZipFault::none:
      return std::nullopt;
    case ZipFault::malformed:
      return failure("document.malformed", "a broken ZIP archive");
    case ZipFault::encrypted:
      return failure("document.encrypted", "encrypted: save it without a password");
    case ZipFault::too_large:
      return failure("document.too-large", "its parts inflate beyond the bound");
  }
  return std::nullopt;
}

Fault fault_of(XmlFault fault, const std::string& part) {
  switch (fault) {
    case XmlFault::none:
      return std::nullopt;
    case XmlFault::malformed:
      return failure("document.malformed", part + " is not well-formed");
    case XmlFault::too_complex:
      return failure("document.too-complex", part + " has more elements than a document can have");
  }
  return std::nullopt;
}

// An OLE container: what Word writes where a password is asked for, and what it wrote before 2007.
Fault fault_of_container(std::string_view bytes) {
  if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return std::nullopt;
  constexpr std::string_view kEncrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (bytes.find(kEncrypted) != std::string_view::npos) return fault_of(ZipFault::encrypted);
  return failure("document.no-article", "a Word document of before 2007: save it as .docx");
}

// "/word/document.xml", or relative to the folder of the part that names it.
std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string made(folder);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = made.size() < 2 ? std::string::npos : made.rfind('/', made.size() - 2);
    made.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  return made.append(target);
}

class Opener {
 public:
  Opener(std::string_view bytes, std::uint64_t most_inflated, DocxPackage& package)
      : parts_(bytes, most_inflated), package_(package) {}

  Fault open() {
    if (parts_.fault() != ZipFault::none) return fault_of(parts_.fault());
    std::string main = "word/document.xml";
    if (Fault fault = read_main_name(main)) return fault;
    auto bytes = parts_.read(main);
    if (!bytes) {
      if (parts_.fault() != ZipFault::none) return fault_of(parts_.fault());
      return failure("document.no-article", "a ZIP archive without a Word document");
    }
    if (Fault fault = fault_of(parse_part(*std::move(bytes), package_.document), main)) return fault;
    if (local_name_of(package_.document.document_element()) != "document")
      return failure("document.no-article", "an Office file, but no Word document");
    return read_others(main);
  }

 private:
  Fault read_main_name(std::string& main) {
    pugi::xml_document tree;
    if (Fault fault = read_part("_rels/.rels", tree)) return fault;
    for (const pugi::xml_node each : tree.document_element().children()) {
      const std::string_view type = attribute_in(each, "Type");
      if (type.ends_with("/officeDocument")) main = resolve("", attribute_in(each, "Target"));
      if (type.ends_with("/core-properties")) core_ = resolve("", attribute_in(each, "Target"));
    }
    return std::nullopt;
  }

  Fault read_others(const std::string& main) {
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
    pugi::xml_document relations;
    if (Fault fault = read_part(folder + "_rels/" + main.substr(folder.size()) + ".rels", relations)) return fault;
    const std::array kinds{std::pair{"/styles", &package_.styles}, std::pair{"/numbering", &package_.numbering},
                           std::pair{"/footnotes", &package_.footnotes}, std::pair{"/endnotes", &package_.endnotes}};
    for (const pugi::xml_node each : relations.document_element().children()) {
      const std::string_view type = attribute_in(each, "Type");
      const std::string_view target = attribute_in(each, "Target");
      if (type.ends_with("/hyperlink")) package_.links.emplace(attribute_in(each, "Id"), target);
      if (attribute_in(each, "TargetMode") == "External") continue;
      for (const auto& [kind, tree] : kinds) {
        if (!type.ends_with(kind)) continue;
        if (Fault fault = read_part(resolve(folder, target), *tree)) return fault;
      }
    }
    return read_part(core_, package_.core);
  }

  // A part that is not there or is not well-formed stays empty; one over a bound is a fault of the file.
  Fault read_part(const std::string& name, pugi::xml_document& tree) {
    tree.reset();
    auto bytes = parts_.read(name);
    if (!bytes) return fault_of(parts_.fault());
    const XmlFault fault = parse_part(*std::move(bytes), tree);
    if (fault == XmlFault::malformed) tree.reset();
    return fault == XmlFault::too_complex ? fault_of(fault, name) : std::nullopt;
  }

  ZipParts parts_;
  DocxPackage& package_;
  std::string core_ = "docProps/core.xml";
};

}  // namespace

std::optional<Diagnostic> open_docx(std::string_view bytes, std::uint64_t most_inflated, DocxPackage& package) {
  if (Fault fault = fault_of_container(bytes)) return fault;
  return Opener(bytes, most_inflated, package).open();
}

}  // namespace claimbase::reading
