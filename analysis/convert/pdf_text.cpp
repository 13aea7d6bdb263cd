#include "analysis/convert/pdf_text.h"

#include <fmt/format.h>

#include <utility>

#include "analysis/convert/process.h"

namespace claimbase {
namespace {

PdfConversion failure(std::string rule, std::string message) {
  return {{}, std::move(rule), std::move(message)};
}

// Exit codes of pdftotext(1): 1 the PDF cannot be opened, 3 its permissions forbid to take the text out.
PdfConversion conversion_of(ProcessResult result) {
  if (result.code == 0) return {std::move(result.output), {}, {}};
  if (result.code == 3 || result.errors.find("assword") != std::string::npos)
    return failure("document.encrypted", "encrypted, or its owner does not let the text be taken out");
  if (result.code == 1) return failure("document.malformed", "a broken PDF");
  return failure("document.converter-failed", fmt::format("pdftotext ended with {}", result.code));
}

}  // namespace

PdfConversion convert_pdf(std::string_view pdf, const ReadBounds& bounds) {
  ProcessLimits limits;
  limits.time = bounds.time;
  limits.output = bounds.inflated;
  ProcessResult result = run_program({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"}, pdf, limits);
  switch (result.end) {
    case ProcessEnd::exited:
      return conversion_of(std::move(result));
    case ProcessEnd::missing:
      return failure("document.no-pdftotext", "a PDF is read by pdftotext: install the package poppler-utils");
    case ProcessEnd::killed:
      return failure("document.converter-failed", fmt::format("pdftotext was ended by signal {}", result.code));
    case ProcessEnd::too_slow:
      return failure("document.too-slow", fmt::format("not converted in {} milliseconds", bounds.time.count()));
    case ProcessEnd::too_much:
      return failure("document.too-large", "its words come to more than the bound");
    case ProcessEnd::failed:
      break;
  }
  return failure("document.converter-failed", "pdftotext could not be started");
}

}  // namespace claimbase
