// Programs run with limits.
#include <gtest/gtest.h>

#include <csignal>

#include "analysis/convert/process.h"

namespace claimbase {
namespace {

using std::chrono::milliseconds;

TEST(Process, InputOutputErrorsAndCode) {
  const std::string input(300'000, 'x');  // more than a pipe holds
  const ProcessResult result = run_program({"sh", "-c", "cat; echo wrong >&2; exit 3"}, input, {});
  EXPECT_EQ(result.end, ProcessEnd::exited);
  EXPECT_EQ(result.code, 3);
  EXPECT_EQ(result.output, input);
  EXPECT_EQ(result.errors, "wrong\n");
}

TEST(Process, NoSuchProgram) {
  EXPECT_EQ(run_program({"no-such-program-anywhere"}, "", {}).end, ProcessEnd::missing);
}

TEST(Process, ACrashIsToldAndCostsNothingElse) {
  const ProcessResult result = run_program({"sh", "-c", "kill -SEGV $$"}, "", {});
  EXPECT_EQ(result.end, ProcessEnd::killed);
  EXPECT_EQ(result.code, SIGSEGV);
}

TEST(Process, TimeIsLimited) {
  EXPECT_EQ(run_program({"sleep", "600"}, "", {.time = milliseconds(50)}).end, ProcessEnd::too_slow);
  EXPECT_EQ(run_program({"sh", "-c", "exec >&- 2>&-; sleep 600"}, "", {.time = milliseconds(50)}).end,
            ProcessEnd::too_slow)
      << "though it has closed its output";
}

TEST(Process, OutputIsLimited) {
  const ProcessResult result = run_program({"yes"}, "", {.output = 100'000});
  EXPECT_EQ(result.end, ProcessEnd::too_much);
  EXPECT_LT(result.output.size(), 300'000U);
}

TEST(Process, MemoryIsLimited) {
  // Not before the limits are there: it waits for them.
  const ProcessResult result =
      run_program({"python3", "-c", "import time; time.sleep(0.2); x = bytearray(1 << 30); print('got it')"}, "",
                  {.memory = std::uint64_t{256} << 20});
  EXPECT_EQ(result.output, "");
  EXPECT_TRUE(result.end != ProcessEnd::exited || result.code != 0);
}

}  // namespace
}  // namespace claimbase
