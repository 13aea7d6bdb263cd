#include "indexer/lock_holder.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ctime>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace claimbase {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "";
  return name.data();
}

// Field 22 of /proc/<pid>/stat. The fields are counted from the last ')': the program's name may hold spaces and ')'.
std::uint64_t start_of(std::int64_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  const std::string line{std::istreambuf_iterator<char>(in), {}};
  std::size_t at = line.rfind(')');
  constexpr int kFieldsBehindTheName = 20;
  for (int field = 0; field < kFieldsBehindTheName && at != std::string::npos; ++field) at = line.find(' ', at + 1);
  if (at == std::string::npos) return 0;
  std::uint64_t ticks = 0;
  std::from_chars(line.data() + at + 1, line.data() + line.size(), ticks);
  return ticks;
}

std::tm local_time(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  ::localtime_r(&time, &parts);
  return parts;
}

}  // namespace

LockHolder this_holder(std::string_view command) {
  const std::int64_t pid = ::getpid();
  return {pid, start_of(pid), std::time(nullptr), host_name(), std::string(command)};
}

bool is_running(const LockHolder& holder) {
  if (holder.host != host_name()) return true;
  if (holder.pid <= 0 || (::kill(static_cast<pid_t>(holder.pid), 0) != 0 && errno == ESRCH)) return false;
  const std::uint64_t started = start_of(holder.pid);
  return started == 0 || holder.started == 0 || started == holder.started;
}

std::string describe(const LockHolder& holder) {
  const std::tm then = local_time(holder.since);
  const std::tm now = local_time(std::time(nullptr));
  const bool today = then.tm_year == now.tm_year && then.tm_yday == now.tm_yday;
  const std::string time = today ? fmt::format("{:%H:%M:%S}", then) : fmt::format("{:%Y-%m-%d %H:%M:%S}", then);
  const std::string where = holder.host == host_name() ? "" : " on " + holder.host;
  return fmt::format("pid {}{}, since {}, {}", holder.pid, where, time, holder.command);
}

std::string to_json(const LockHolder& holder) {
  const nlohmann::ordered_json made{{"pid", holder.pid},
                                    {"started", holder.started},
                                    {"since", holder.since},
                                    {"host", holder.host},
                                    {"command", holder.command}};
  return made.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::optional<LockHolder> parse_lock_holder(std::string_view json) {
  const auto read = nlohmann::json::parse(json, nullptr, false);
  if (!read.is_object()) return std::nullopt;
  const auto number = [&](const char* name) { return read.contains(name) && read[name].is_number_integer(); };
  const auto text = [&](const char* name) { return read.contains(name) && read[name].is_string(); };
  if (!number("pid") || !number("started") || !number("since") || !text("host") || !text("command")) {
    return std::nullopt;
  }
  return LockHolder{read["pid"], read["started"], read["since"], read["host"], read["command"]};
}

}  // namespace claimbase
