/* A disk that fails at the Nth write: loaded before the C library (LD_PRELOAD) into a process of the tests.
 *
 * Every call that changes a file below one folder is counted; the Nth fails, tears or ends the process, as
 * failing_disk_arm was told. The process arms it itself, so that its own start is not counted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <unistd.h>

enum way { OFF, FULL_ONCE, FULL_ON, BROKEN_ONCE, BROKEN_ON, KILL, TEAR, SHORT };

static char below[PATH_MAX];
static size_t below_size;
static long at, seen, fired;
static enum way way = OFF;

void failing_disk_arm(const char *folder, long nth, int how)
{
    snprintf(below, sizeof below, "%s", folder);
    below_size = strlen(below);
    at = nth;
    seen = fired = 0;
    way = (enum way) how;
}

void failing_disk_disarm(void) { way = OFF; }
long failing_disk_seen(void) { return seen; }
long failing_disk_fired(void) { return fired; }

static int is_below(const char *path) { return way != OFF && path && strncmp(path, below, below_size) == 0; }

static int file_is_below(int file)
{
    char link[64], path[PATH_MAX];
    if (way == OFF)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0)
        return 0;
    path[size] = 0;
    return is_below(path);
}

/* Count a call; tell whether it is to fail. `makes_room`: it takes no room, so a full disk breaks it like any other. */
static int fails(int makes_room)
{
    seen++;
    if (seen < at || (seen > at && way != FULL_ON && way != BROKEN_ON))
        return 0;
    fired++;
    if (way == KILL)
        kill(getpid(), SIGKILL);
    errno = (way == BROKEN_ONCE || way == BROKEN_ON || makes_room) ? EIO : ENOSPC;
    return 1;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(real)) dlsym(RTLD_NEXT, #name)

/* Half of the bytes reach the disk: then the process ends, or is told that no more have found room. */
#define WRITE(call, half)                          \
    if (file_is_below(file) && fails(0)) {         \
        if (way == TEAR) { half; kill(getpid(), SIGKILL); } \
        if (way == SHORT && size > 1) return half; \
        return -1;                                 \
    }                                              \
    return call;

ssize_t write(int file, const void *bytes, size_t size)
{
    REAL(write);
    WRITE(real(file, bytes, size), real(file, bytes, size / 2))
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t from)
{
    REAL(pwrite);
    WRITE(real(file, bytes, size, from), real(file, bytes, size / 2, from))
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t from)
{
    REAL(pwrite64);
    WRITE(real(file, bytes, size, from), real(file, bytes, size / 2, from))
}

ssize_t sendfile(int file, int source, off_t *from, size_t size)
{
    REAL(sendfile);
    WRITE(real(file, source, from, size), real(file, source, from, size / 2))
}

ssize_t sendfile64(int file, int source, off64_t *from, size_t size)
{
    REAL(sendfile64);
    WRITE(real(file, source, from, size), real(file, source, from, size / 2))
}

ssize_t copy_file_range(int source, off64_t *from, int file, off64_t *to, size_t size, unsigned flags)
{
    REAL(copy_file_range);
    WRITE(real(source, from, file, to, size, flags), real(source, from, file, to, size / 2, flags))
}

/* What is not a write cannot be half done: torn and short, it is done and the process ends. */
#define CALL(happens, call, makes_room)            \
    if (happens && fails(makes_room)) {            \
        if (way == TEAR || way == SHORT) { (void) !call; kill(getpid(), SIGKILL); } \
        return -1;                                 \
    }                                              \
    return call;

int fsync(int file) { REAL(fsync); CALL(file_is_below(file), real(file), 0) }
int fdatasync(int file) { REAL(fdatasync); CALL(file_is_below(file), real(file), 0) }
int ftruncate(int file, off_t size) { REAL(ftruncate); CALL(file_is_below(file), real(file, size), 0) }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); CALL(file_is_below(file), real(file, size), 0) }
int unlink(const char *path) { REAL(unlink); CALL(is_below(path), real(path), 1) }
int rename(const char *from, const char *to) { REAL(rename); CALL(is_below(to), real(from, to), 0) }
int link(const char *from, const char *to) { REAL(link); CALL(is_below(to), real(from, to), 0) }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); CALL(is_below(path), real(path, mode), 0) }

#define OPEN(name)                                                              \
    int name(const char *path, int flags, ...)                                  \
    {                                                                           \
        REAL(name);                                                             \
        mode_t mode = 0;                                                        \
        if (flags & (O_CREAT | O_TMPFILE)) {                                    \
            va_list rest;                                                       \
            va_start(rest, flags);                                              \
            mode = va_arg(rest, mode_t);                                        \
            va_end(rest);                                                       \
        }                                                                       \
        CALL((flags & O_CREAT) && access(path, F_OK) && is_below(path), real(path, flags, mode), 0) \
    }

OPEN(open)
OPEN(open64)
