#include "tests/support/fault_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>

namespace claimbase {

struct FaultVfs::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  Fault fault = Fault::none;
  std::uint64_t at = 0;
  std::uint64_t calls = 0;
};

namespace {

enum class Call : std::uint8_t { open, write, sync, other };

bool can_hit(Fault fault, Call call) {
  switch (fault) {
    case Fault::none:
      return false;
    case Fault::io_error:
    case Fault::killed:
      return true;
    case Fault::disk_full:
    case Fault::short_write:
    case Fault::killed_in_write:
      return call == Call::write;
    case Fault::failed_sync:
      return call == Call::sync;
    case Fault::failed_open:
      return call == Call::open;
  }
  return false;
}

// Whether this call is to fail.
bool is_hit(FaultVfs::State& state, Call call) {
  if (!can_hit(state.fault, call)) return false;
  ++state.calls;
  const bool hit =
      state.at != 0 && (state.fault == Fault::disk_full ? state.calls >= state.at : state.calls == state.at);
  if (hit && state.fault == Fault::killed) ::_exit(kKilledByFault);
  return hit;
}

// What SQLite sees; the machine's own file lies behind it in the same piece of memory.
struct File {
  sqlite3_file base;
  FaultVfs::State* state;
};
static_assert(sizeof(File) % alignof(std::max_align_t) == 0);

File& own(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

bool is_hit(sqlite3_file* file, Call call) {
  return is_hit(*own(file).state, call);
}

int close_file(sqlite3_file* file) {
  return methods(file).xClose(real(file));
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_READ;
  return methods(file).xRead(real(file), into, size, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  if (is_hit(file, Call::write)) {
    const Fault fault = own(file).state->fault;
    if (fault == Fault::disk_full) return SQLITE_FULL;
    if (fault != Fault::io_error) static_cast<void>(methods(file).xWrite(real(file), bytes, size / 2, offset));
    if (fault == Fault::killed_in_write) ::_exit(kKilledByFault);
    return SQLITE_IOERR_WRITE;
  }
  return methods(file).xWrite(real(file), bytes, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_TRUNCATE;
  return methods(file).xTruncate(real(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
  if (is_hit(file, Call::sync)) return SQLITE_IOERR_FSYNC;
  return methods(file).xSync(real(file), flags);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_FSTAT;
  return methods(file).xFileSize(real(file), size);
}

int lock_file(sqlite3_file* file, int level) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_LOCK;
  return methods(file).xLock(real(file), level);
}

int unlock_file(sqlite3_file* file, int level) {
  return methods(file).xUnlock(real(file), level);
}

int check_reserved_lock(sqlite3_file* file, int* locked) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return methods(file).xCheckReservedLock(real(file), locked);
}

int control_file(sqlite3_file* file, int operation, void* argument) {
  return methods(file).xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) {
  return methods(file).xSectorSize(real(file));
}

int device_characteristics(sqlite3_file* file) {
  return methods(file).xDeviceCharacteristics(real(file));
}

int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  if (is_hit(file, Call::other)) return SQLITE_IOERR_SHMMAP;
  return methods(file).xShmMap(real(file), region, size, extend, memory);
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  // A lock that is given back is given back.
  if ((flags & SQLITE_SHM_LOCK) != 0 && is_hit(file, Call::other)) return SQLITE_IOERR_SHMLOCK;
  return methods(file).xShmLock(real(file), offset, count, flags);
}

void shared_barrier(sqlite3_file* file) {
  methods(file).xShmBarrier(real(file));
}

int unmap_shared(sqlite3_file* file, int remove) {
  return methods(file).xShmUnmap(real(file), remove);
}

// Version 2: without memory-mapped reads, which would pass this layer by.
constexpr sqlite3_io_methods kMethods{2,
                                      close_file,
                                      read_file,
                                      write_file,
                                      truncate_file,
                                      sync_file,
                                      size_of_file,
                                      lock_file,
                                      unlock_file,
                                      check_reserved_lock,
                                      control_file,
                                      sector_size,
                                      device_characteristics,
                                      map_shared,
                                      lock_shared,
                                      shared_barrier,
                                      unmap_shared,
                                      nullptr,
                                      nullptr};

FaultVfs::State& state_of(sqlite3_vfs* vfs) {
  return *static_cast<FaultVfs::State*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
  FaultVfs::State& state = state_of(vfs);
  file->pMethods = nullptr;  // there is nothing to close yet
  if (is_hit(state, Call::open)) return SQLITE_CANTOPEN;
  const int code = state.real->xOpen(state.real, name, real(file), flags, given);
  own(file).state = &state;
  if (real(file)->pMethods != nullptr) file->pMethods = &kMethods;
  return code;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  FaultVfs::State& state = state_of(vfs);
  if (is_hit(state, Call::other)) return SQLITE_IOERR_DELETE;
  return state.real->xDelete(state.real, name, sync_folder);
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  FaultVfs::State& state = state_of(vfs);
  if (is_hit(state, Call::other)) return SQLITE_IOERR_ACCESS;
  return state.real->xAccess(state.real, name, flags, result);
}

}  // namespace

std::string_view to_string(Fault fault) {
  switch (fault) {
    case Fault::none:
      return "none";
    case Fault::io_error:
      return "io_error";
    case Fault::disk_full:
      return "disk_full";
    case Fault::short_write:
      return "short_write";
    case Fault::failed_sync:
      return "failed_sync";
    case Fault::failed_open:
      return "failed_open";
    case Fault::killed:
      return "killed";
    case Fault::killed_in_write:
      return "killed_in_write";
  }
  return "";
}

FaultVfs::FaultVfs() : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.real = sqlite3_vfs_find(nullptr);
  state.vfs = *state.real;  // what is not replaced takes no vfs-specific data of the unix one
  state.vfs.pNext = nullptr;
  state.vfs.zName = "claimbase-fault";
  state.vfs.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
  state.vfs.pAppData = &state;
  state.vfs.xOpen = open_file;
  state.vfs.xDelete = delete_file;
  state.vfs.xAccess = access_file;
  if (sqlite3_vfs_register(&state.vfs, 1) != SQLITE_OK) throw std::runtime_error("no file system with faults");
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
}

void FaultVfs::arm(Fault fault, std::uint64_t at) {
  state_->fault = fault;
  state_->at = at;
  state_->calls = 0;
}

std::uint64_t FaultVfs::calls() const {
  return state_->calls;
}

std::uint64_t fault_step(std::uint64_t calls) {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::uint64_t kDefault = 1000;
  constexpr std::uint64_t kAtLeast = 2;
#else
  constexpr std::uint64_t kDefault = 50;
  constexpr std::uint64_t kAtLeast = 10;
#endif
  const char* given = std::getenv("CLAIMBASE_FAULT_STEP");  // NOLINT(concurrency-mt-unsafe): before any thread
  const std::uint64_t asked = given == nullptr ? 0 : std::strtoull(given, nullptr, 10);
  return std::min(asked == 0 ? kDefault : asked, std::max<std::uint64_t>(calls / kAtLeast, 1));
}

}  // namespace claimbase
