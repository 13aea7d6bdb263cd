#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/run.h"
#include "schema/database.h"

int main(int count, char** values) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone away shows in the stream
  claimbase::leave_out_memory_statistics();
  const std::vector<std::string> args(values + 1, values + count);
  return static_cast<int>(claimbase::run_indexer(args, std::cin, std::cout, std::cerr));
}
