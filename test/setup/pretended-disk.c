/*
 * A disk as a power cut would show it, and one that is full; loaded before node (LD_PRELOAD) by test/setup/pretended-disk.ts.
 *
 * PRETENDED_DISK: beginning of the paths that lie on it.
 * PRETENDED_DISK_KEEPS: a folder; after every fsync or fdatasync it holds the file as it was synced then. What was written
 *   since is what a power cut may take. Whole files are copied, so that no way of writing can be missed.
 * PRETENDED_DISK_FULL: a file; while it exists nothing on the disk can be written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  const char *disk = getenv("PRETENDED_DISK");
  return disk && strncmp(path, disk, strlen(disk)) == 0;
}

static int is_full(int fd) {
  const char *flag = getenv("PRETENDED_DISK_FULL");
  char path[PATH_MAX];
  return flag && access(flag, F_OK) == 0 && path_of(fd, path);
}

/* The copy takes its name at once: whoever is cut off in the middle leaves the one before. */
static int keep(int fd) {
  const char *folder = getenv("PRETENDED_DISK_KEEPS");
  char path[PATH_MAX], copy[PATH_MAX + 128], kept[PATH_MAX + 64], bytes[65536];
  if (!folder || !path_of(fd, path)) return 0;
  const char *name = strrchr(path, '/') + 1;
  snprintf(kept, sizeof kept, "%s/%s", folder, name);
  snprintf(copy, sizeof copy, "%s.%ld", kept, (long)syscall(SYS_gettid));
  int from = open(path, O_RDONLY), to = open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (from < 0 || to < 0) abort();
  ssize_t got;
  while ((got = read(from, bytes, sizeof bytes)) > 0)
    if (syscall(SYS_write, to, bytes, got) != got) abort();
  close(from);
  close(to);
  return rename(copy, kept);
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

int fsync(int fd) {
  int done = REAL(fsync)(fd);
  return done == 0 ? keep(fd) : done;
}

int fdatasync(int fd) {
  int done = REAL(fdatasync)(fd);
  return done == 0 ? keep(fd) : done;
}

#define FULL_OR(fd, call)   \
  do {                      \
    if (is_full(fd)) {      \
      errno = ENOSPC;       \
      return -1;            \
    }                       \
    return call;            \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t count) { FULL_OR(fd, REAL(write)(fd, bytes, count)); }

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { FULL_OR(fd, REAL(pwrite)(fd, bytes, count, at)); }

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  FULL_OR(fd, REAL(pwrite64)(fd, bytes, count, at));
}
