#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "query/audit/compliance.h"
#include "query/audit/register_file.h"
#include "query/audit/vocabulary_files.h"
#include "query/commands.h"
#include "query/filters.h"
#include "query/usage_error.h"
#include "schema/connection.h"

namespace claimbase {
namespace {

struct Asked {
  std::vector<std::string> words;
  std::string dose;
  std::string register_file;
  std::vector<std::string> vocabulary;
  bool no_index = false;
};

Exit answer(const Asked& asked, Session& session) {
  std::error_code error;
  std::optional<Database> index;
  if (!asked.no_index && (session.database != "claimbase.db" || std::filesystem::exists(session.database, error)))
    index.emplace(open_lookup_reader(session.database));
  std::optional<Transaction> reading;
  if (index) reading.emplace(*index, Transaction::Kind::read);
  const LoadedRegister loaded = load_register(asked.register_file, session.err);
  const Vocabulary vocabulary = audit_vocabulary(asked.vocabulary, index ? &*index : nullptr, session.err);
  std::string name;
  for (const std::string& word : asked.words) name += (name.empty() ? "" : " ") + word;
  const Concept* substance = substance_named(vocabulary, name);
  if (substance == nullptr) throw UnknownName("the vocabulary has no substance called: " + name);
  if (!asked.dose.empty() && !dose_of(asked.dose, substance->id))
    throw UsageError("--dose: no amount in '" + asked.dose + "' (300mg, 10 µg, 3 g)");
  const ComplianceAnswer made = comply(loaded.entries, vocabulary, *substance, asked.dose, index ? &*index : nullptr);
  if (session.format == OutputFormat::text) {
    print_compliance(session.out, session.paint, made);
  } else {
    session.out << to_text(to_json(made)) << '\n';
  }
  return made.authorised.empty() ? Exit::no_match : Exit::ok;
}

}  // namespace

void add_compliance(CLI::App& app, CommandLine& line) {
  const auto asked = std::make_shared<Asked>();
  CLI::App& command =
      add_command(app, line, "compliance", "what may lawfully be said of a substance, and on what it rests",
                  "compliance magnesium --dose 300mg", {OutputFormat::text, OutputFormat::json},
                  [asked](Session& session) { return answer(*asked, session); });
  command.add_option("SUBSTANCE", asked->words, "id or name, in Dutch or English")->required();
  command.add_option("--dose", asked->dose, "in a daily portion: 300mg, 10 µg")->type_name("AMOUNT");
  command.add_option("--register", asked->register_file, "a register in place of the built-in one")->type_name("FILE");
  command.add_option("--vocabulary", asked->vocabulary, "vocabulary files beside the built-in one")->type_name("FILE");
  command.add_flag("--no-index", asked->no_index, "the register only");
}

}  // namespace claimbase
