/* Stands between a program and its C library, and lets one call that changes a file fail.

   Loaded with LD_PRELOAD; asleep until fault_arm(). Only calls on files below a folder count. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { COUNT, KILL, TORN, EIO_ONCE, ENOSPC_ONCE, FULL, BROKEN };

static char folder[4096];
static long at, seen;
static int kind, is_armed, log_fd = -1;
static char hit[4200];

/* Count calls below `root` from now on and let number `number` fail in the way `how`; where
   `trace` is a descriptor, every call that counts is a line on it. */
void fault_arm(const char *root, long number, int how, int trace) {
    snprintf(folder, sizeof folder, "%s", root);
    at = number, kind = how, seen = 0, log_fd = trace, hit[0] = 0, is_armed = 1;
}

void fault_disarm(void) { is_armed = 0; }
long fault_seen(void) { return seen; }
const char *fault_hit(void) { return hit; }

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static int is_below(const char *path) {
    size_t n = strlen(folder);  /* it ends with a slash, which its own name lacks */
    return !strncmp(path, folder, n) || (!strncmp(path, folder, n - 1) && !path[n - 1]);
}

static const char *below(const char *path) {
    return path[strlen(folder) - 1] ? path + strlen(folder) : ".";
}

static const char *path_of(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, size - 1);
    path[n > 0 ? n : 0] = 0;
    return path;
}

/* Whether this call is to fail: 0 for no, an errno, or -1 to do half of it and die. */
static int fails(const char *name, const char *path, int grows) {
    if (!is_armed || !is_below(path)) return 0;
    long n = __sync_add_and_fetch(&seen, 1);
    if (log_fd >= 0) dprintf(log_fd, "%s %s\n", name, below(path));
    if (n < at || kind == COUNT || (n > at && kind < FULL)) return 0;
    if (n == at) snprintf(hit, sizeof hit, "%s %s", name, below(path));
    switch (kind) {
    case KILL: die();
    case TORN: return -1;
    case EIO_ONCE: return EIO;
    case ENOSPC_ONCE: return ENOSPC;
    case FULL: return grows ? ENOSPC : 0;
    default: return EIO;
    }
}

static int fails_fd(const char *name, int fd, int grows) {
    char path[4096];
    if (!is_armed) return 0;
    int saved = errno, error = fails(name, path_of(fd, path, sizeof path), grows);
    errno = saved;
    return error;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

/* A call with bytes: dying, it writes half of them first. */
#define WRITES(name, ...)                                                     \
    int error = fails_fd(#name, fd, 1);                                       \
    if (error > 0) { errno = error; return -1; }                              \
    if (error < 0) { n /= 2; REAL(name)(__VA_ARGS__); die(); }                \
    return REAL(name)(__VA_ARGS__);

/* A call without: dying, it is done first. */
#define CHANGES(error, result, call)                                          \
    if (error > 0) { errno = error; return result; }                          \
    if (error < 0) { (void)!(call); die(); }                                  \
    return call;

ssize_t write(int fd, const void *data, size_t n) { WRITES(write, fd, data, n) }
ssize_t pwrite(int fd, const void *data, size_t n, off_t o) { WRITES(pwrite, fd, data, n, o) }
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t o) { WRITES(pwrite64, fd, data, n, o) }
ssize_t writev(int fd, const struct iovec *v, int n) { WRITES(writev, fd, v, n) }
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t o) { WRITES(pwritev, fd, v, n, o) }
ssize_t sendfile(int fd, int from, off_t *o, size_t n) { WRITES(sendfile, fd, from, o, n) }
ssize_t sendfile64(int fd, int from, off64_t *o, size_t n) { WRITES(sendfile64, fd, from, o, n) }
ssize_t copy_file_range(int from, off64_t *a, int fd, off64_t *b, size_t n, unsigned flags) {
    WRITES(copy_file_range, from, a, fd, b, n, flags)
}

#define ON_FD(name, type, args, call, grows)                                  \
    int name args { int e = fails_fd(#name, fd, grows); CHANGES(e, -1, REAL(name) call) }

ON_FD(fsync, int, (int fd), (fd), 0)
ON_FD(fdatasync, int, (int fd), (fd), 0)
ON_FD(ftruncate, int, (int fd, off_t n), (fd, n), 1)
ON_FD(ftruncate64, int, (int fd, off64_t n), (fd, n), 1)
ON_FD(fallocate, int, (int fd, int mode, off_t o, off_t n), (fd, mode, o, n), 1)
ON_FD(fallocate64, int, (int fd, int mode, off64_t o, off64_t n), (fd, mode, o, n), 1)
ON_FD(fchmod, int, (int fd, mode_t mode), (fd, mode), 0)
ON_FD(fchown, int, (int fd, uid_t u, gid_t g), (fd, u, g), 0)

int posix_fallocate(int fd, off_t o, off_t n) {
    int e = fails_fd("posix_fallocate", fd, 1);
    if (e > 0) return e;
    CHANGES(e, e, REAL(posix_fallocate)(fd, o, n))
}
int posix_fallocate64(int fd, off64_t o, off64_t n) {
    int e = fails_fd("posix_fallocate64", fd, 1);
    if (e > 0) return e;
    CHANGES(e, e, REAL(posix_fallocate64)(fd, o, n))
}

#define ON_PATH(name, args, path, call, grows)                                \
    int name args { int e = fails(#name, path, grows); CHANGES(e, -1, REAL(name) call) }

ON_PATH(unlink, (const char *a), a, (a), 0)
ON_PATH(unlinkat, (int d, const char *a, int f), a, (d, a, f), 0)
ON_PATH(rmdir, (const char *a), a, (a), 0)
ON_PATH(rename, (const char *a, const char *b), b, (a, b), 1)
ON_PATH(renameat, (int d, const char *a, int e2, const char *b), b, (d, a, e2, b), 1)
ON_PATH(link, (const char *a, const char *b), b, (a, b), 1)
ON_PATH(linkat, (int d, const char *a, int e2, const char *b, int f), b, (d, a, e2, b, f), 1)
ON_PATH(symlink, (const char *a, const char *b), b, (a, b), 1)
ON_PATH(mkdir, (const char *a, mode_t m), a, (a, m), 1)
ON_PATH(mkdirat, (int d, const char *a, mode_t m), a, (d, a, m), 1)
ON_PATH(truncate, (const char *a, off_t n), a, (a, n), 1)
ON_PATH(chmod, (const char *a, mode_t m), a, (a, m), 0)
ON_PATH(chown, (const char *a, uid_t u, gid_t g), a, (a, u, g), 0)
ON_PATH(lchown, (const char *a, uid_t u, gid_t g), a, (a, u, g), 0)
ON_PATH(fchmodat, (int d, const char *a, mode_t m, int f), a, (d, a, m, f), 0)
ON_PATH(fchownat, (int d, const char *a, uid_t u, gid_t g, int f), a, (d, a, u, g, f), 0)

/* Opening changes something where it makes a file or empties one. */
static int makes(const char *path, int flags) {
    int saved = errno, answer = is_armed && is_below(path)
        && ((flags & O_TRUNC) || ((flags & O_CREAT) && access(path, F_OK)));
    errno = saved;
    return answer;
}

#define MODE va_list more; va_start(more, flags); mode_t m = va_arg(more, mode_t); va_end(more);
#define OPENS(name, ...)                                                      \
    MODE                                                                      \
    int e = makes(path, flags) ? fails(#name, path, 1) : 0;                   \
    CHANGES(e, -1, REAL(name)(__VA_ARGS__))

int open(const char *path, int flags, ...) { OPENS(open, path, flags, m) }
int open64(const char *path, int flags, ...) { OPENS(open64, path, flags, m) }
int openat(int d, const char *path, int flags, ...) { OPENS(openat, d, path, flags, m) }
int openat64(int d, const char *path, int flags, ...) { OPENS(openat64, d, path, flags, m) }
