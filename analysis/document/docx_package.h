// The parts of a Word document, as trees.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "analysis/diagnostic.h"
#include "analysis/document/zip_parts.h"

namespace claimbase::reading {

struct DocxPackage {
  pugi::xml_document document;
  pugi::xml_document styles;
  pugi::xml_document numbering;
  pugi::xml_document footnotes;
  pugi::xml_document endnotes;
  pugi::xml_document core;                   // docProps/core.xml
  std::map<std::string, std::string> links;  // relationship id -> address
};

/// Fills `package`; what keeps the document itself from being read is the diagnostic: "document.malformed",
/// "document.encrypted", "document.too-large", "document.too-complex", "document.no-article". A broken part of less
/// weight is left out.
[[nodiscard]] std::optional<Diagnostic> open_docx(std::string_view bytes, std::uint64_t most_inflated,
                                                  DocxPackage& package);

}  // namespace claimbase::reading
