// The program `claimbase` as a process: its standard output and exit code.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

struct Ran {
  int code = -1;
  std::string out;
};

/// Runs `command` in a shell with pipefail, $claimbase being the program and $kb the sample store.
class ClaimbaseProgram : public testing::Test {
 protected:
  Ran shell(const std::string& command) {
    const std::string script = (store_.folder() / "command.sh").string();
    std::ofstream(script) << "set -o pipefail\nunset NO_COLOR\nclaimbase='" CLAIMBASE_PROGRAM "'\nkb='" +
                                 store_.file().string() + "'\n" + command + "\n";
    FILE* pipe = ::popen(("bash '" + script + "'").c_str(), "r");
    if (pipe == nullptr) return {};
    Ran ran;
    std::array<char, 4096> bytes{};
    for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;) {
      ran.out.append(bytes.data(), got);
    }
    const int status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
  }
  SampleStore store_;
};

TEST_F(ClaimbaseProgram, Searches) {
  const Ran ran = shell("\"$claimbase\" --database \"$kb\" search knoflook");
  EXPECT_EQ(
      ran.out,
      "knoflook also as: garlic\n"
      "\nen/garlic.txt:1  Garlic at the table\n"
      "  «Garlic» lowers blood pressure, and so does magnesium.4\n"
      "  claim: garlic lowers blood-pressure\n"
      "  claim: magnesium lowers blood-pressure\n"
      "  cites: [4] Vermeer 2021  Oral magnesium & blood pressure: a systematic review  systematic-review, level 1\n"
      "\n1 sentence, 0 with the words as typed\n");
  EXPECT_EQ(ran.code, 0);
}

TEST_F(ClaimbaseProgram, SaysThatItFoundNothing) {
  const Ran ran = shell("\"$claimbase\" search fiets --database \"$kb\"");
  EXPECT_EQ(ran.out, "\n0 sentences\n");
  EXPECT_EQ(ran.code, 1);
}

TEST_F(ClaimbaseProgram, KeepsTalkApartFromData) {
  const Ran ran = shell("\"$claimbase\" --database \"$kb.none\" articles 2>\"$kb.err\"");
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.code, 2);
  const std::string name = store_.file().string() + ".none";
  EXPECT_EQ(shell("cat \"$kb.err\"").out, "claimbase: cannot open the store " + name +
                                              "; make one with: claimbase-index update --database " + name +
                                              " FOLDER\n");
}

TEST_F(ClaimbaseProgram, TakesAClosedPipeForSuccess) {
  // More than a pipe holds, so that the program surely writes after its reader has gone.
  const Ran ran = shell(
      "(for i in $(seq 40); do \"$claimbase\" --database \"$kb\" export mentions || { echo \"$?\" >&2; exit 9; }; done)"
      " 2>&1 | head -c 10");
  EXPECT_EQ(ran.out, "{\"article\"");
  EXPECT_EQ(ran.code, 0);
}

TEST_F(ClaimbaseProgram, SaysThatTheDiskIsFull) {
  const Ran ran = shell("\"$claimbase\" --database \"$kb\" export mentions 2>&1 >/dev/full");
  EXPECT_EQ(ran.out, "claimbase: write the output: No space left on device\n");
  EXPECT_EQ(ran.code, 2);
}

TEST_F(ClaimbaseProgram, ReadsAQueryFromStandardInput) {
  const Ran ran = shell("printf 'migraine' | \"$claimbase\" --database \"$kb\" search - --format csv");
  EXPECT_EQ(
      ran.out.substr(0, ran.out.find('\n')),
      "article,line,begin,end,title,date,language,role,heading,sentence,own_words,score,missing,claims,references,"
      "attributions");
  EXPECT_EQ(ran.code, 0);
}

TEST_F(ClaimbaseProgram, ExplainsWrongArguments) {
  const Ran ran = shell("\"$claimbase\" export everything 2>/dev/null");
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.code, 2);
}

TEST_F(ClaimbaseProgram, ReadsAStoreThatCannotBeWritten) {
  const Ran ran = shell("chmod 444 \"$kb\"; \"$claimbase\" --database \"$kb\" stats | head -1");
  EXPECT_EQ(ran.out, "       2  articles\n");
  EXPECT_EQ(ran.code, 0);
}

TEST_F(ClaimbaseProgram, ExportsTheSameBytesEachTime) {
  const Ran ran = shell(
      "for what in mentions citations references claims canonical; do\n"
      "  \"$claimbase\" --database \"$kb\" export $what > \"$kb.1\" && \"$claimbase\" --database \"$kb\" export $what "
      "> "
      "\"$kb.2\" && cmp \"$kb.1\" \"$kb.2\" && wc -l < \"$kb.1\"\ndone");
  EXPECT_EQ(ran.out, "6\n3\n2\n4\n178\n");
  EXPECT_EQ(ran.code, 0);
}

}  // namespace
}  // namespace claimbase
