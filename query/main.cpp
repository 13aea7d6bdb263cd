#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include "query/descriptor_buffer.h"
#include "query/exit.h"
#include "query/run.h"
#include "schema/database.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);                   // a reader that has seen enough: the write fails with EPIPE instead
  const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): before any thread
  const claimbase::Terminal terminal{isatty(STDOUT_FILENO) == 1, no_color != nullptr && *no_color != '\0'};
  claimbase::leave_out_memory_statistics();
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  claimbase::DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  const int code = claimbase::run(args, std::cin, out, std::cerr, terminal);
  out.flush();
  if (buffer.error() == 0) return code;
  if (buffer.error() == EPIPE) return static_cast<int>(claimbase::Exit::ok);
  std::cerr << "claimbase: write the output: " << std::generic_category().message(buffer.error()) << '\n';
  return static_cast<int>(claimbase::Exit::failed);
}
