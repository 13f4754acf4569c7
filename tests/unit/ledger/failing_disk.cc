// SPDX-License-Identifier: Apache-2.0
#include "unit/ledger/failing_disk.h"

#include <sqlite3.h>

#include <new>

namespace dragoman::testing {
namespace {

struct Fault {
  bool is_armed = false, has_failed = false;
  DiskFault kind = DiskFault::full;
  int left = 0;

  bool strikes(DiskFault one, DiskFault other) {
    if (!is_armed || (kind != one && kind != other) || left-- > 0) return false;
    return has_failed = true;
  }
};
Fault fault;
sqlite3_vfs* real = nullptr;

struct File {
  sqlite3_file base;
  sqlite3_file* under() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* under(sqlite3_file* file) { return reinterpret_cast<File*>(file)->under(); }
const sqlite3_io_methods* methods(sqlite3_file* file) { return under(file)->pMethods; }

int close_file(sqlite3_file* f) { return methods(f)->xClose(under(f)); }
int read_file(sqlite3_file* f, void* bytes, int size, sqlite3_int64 at) { return methods(f)->xRead(under(f), bytes, size, at); }
int write_file(sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at) {
  if (!fault.strikes(DiskFault::full, DiskFault::short_write)) return methods(f)->xWrite(under(f), bytes, size, at);
  if (fault.kind == DiskFault::full) return SQLITE_FULL;
  methods(f)->xWrite(under(f), bytes, size / 2, at);
  return SQLITE_IOERR_WRITE;
}
int truncate_file(sqlite3_file* f, sqlite3_int64 size) { return methods(f)->xTruncate(under(f), size); }
int sync_file(sqlite3_file* f, int flags) { return fault.strikes(DiskFault::sync, DiskFault::sync) ? SQLITE_IOERR_FSYNC : methods(f)->xSync(under(f), flags); }
int size_of_file(sqlite3_file* f, sqlite3_int64* size) { return methods(f)->xFileSize(under(f), size); }
int lock_file(sqlite3_file* f, int level) { return methods(f)->xLock(under(f), level); }
int unlock_file(sqlite3_file* f, int level) { return methods(f)->xUnlock(under(f), level); }
int check_lock(sqlite3_file* f, int* out) { return methods(f)->xCheckReservedLock(under(f), out); }
int control_file(sqlite3_file* f, int op, void* arg) { return methods(f)->xFileControl(under(f), op, arg); }
int sector_size(sqlite3_file* f) { return methods(f)->xSectorSize(under(f)); }
int characteristics(sqlite3_file* f) { return methods(f)->xDeviceCharacteristics(under(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) { return methods(f)->xShmMap(under(f), page, size, extend, out); }
int shm_lock(sqlite3_file* f, int offset, int n, int flags) { return methods(f)->xShmLock(under(f), offset, n, flags); }
void shm_barrier(sqlite3_file* f) { methods(f)->xShmBarrier(under(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return methods(f)->xShmUnmap(under(f), remove); }

const sqlite3_io_methods kMethods = {2,         close_file,  read_file,  write_file,   truncate_file, sync_file,       size_of_file,
                                     lock_file, unlock_file, check_lock, control_file, sector_size,   characteristics, shm_map,
                                     shm_lock,  shm_barrier, shm_unmap,  nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int code = real->xOpen(real, name, under(file), flags, out_flags);
  if (methods(file) != nullptr) file->pMethods = &kMethods;
  return code;
}

sqlite3_vfs shim;

}  // namespace

FailingDisk::FailingDisk() {
  real = sqlite3_vfs_find(nullptr);
  shim = *real;
  shim.zName = "failing";
  shim.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  shim.xOpen = open_file;
  fault = {};
  sqlite3_vfs_register(&shim, 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&shim);
  sqlite3_vfs_register(real, 1);
}

void FailingDisk::arm(DiskFault kind, int after) { fault = {true, false, kind, after}; }
void FailingDisk::disarm() { fault.is_armed = false; }
bool FailingDisk::has_failed() const { return fault.has_failed; }

}  // namespace dragoman::testing
