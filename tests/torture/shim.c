/* Stands between a program and its C library, and lets one call that changes a file fail, or writes
   down what each of them changed.

   Loaded with LD_PRELOAD; asleep until fault_arm() or record_arm(). Only calls on files below a
   folder count. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { COUNT, KILL, TORN, EIO_ONCE, ENOSPC_ONCE, FULL, BROKEN };

static char folder[4096];
static long at, seen;
static int kind, is_armed, log_fd = -1, record_fd = -1;
static char hit[4200];

/* Count calls below `root` from now on and let number `number` fail in the way `how`; where
   `trace` is a descriptor, every call that counts is a line on it. */
void fault_arm(const char *root, long number, int how, int trace) {
    snprintf(folder, sizeof folder, "%s", root);
    at = number, kind = how, seen = 0, log_fd = trace, hit[0] = 0, is_armed = 1;
}

/* Let all go well from now on, and append to `record` what each call changed below `root`. */
void record_arm(const char *root, int record) {
    record_fd = record;
    fault_arm(root, 0, COUNT, -1);
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

/* One call that was done: a line of its name, the number of the file, where, how much, and one or
   two paths; then the bytes, of which there are none where they cannot be known here. */
static void note(const char *name, ino_t file, long where, const void *data, long n,
                 const char *a, const char *b) {
    char head[8400];
    int size = snprintf(head, sizeof head, "%s\t%lu\t%ld\t%ld\t%s\t%s\n", name,
                        (unsigned long)file, where, data ? n : 0, below(a), b);
    struct iovec all[] = {{head, size}, {(void *)data, data ? n : 0}};
    (void)!REAL(writev)(record_fd, all, 2);
}

static void note_fd(const char *name, int fd, long where, const void *data, long n) {
    char path[4096];
    struct stat seen;
    int saved = errno;
    if (is_armed && record_fd >= 0 && is_below(path_of(fd, path, sizeof path)) && !fstat(fd, &seen))
        note(name, seen.st_ino, where, data, n, path, "");
    errno = saved;
}

static void note_path(const char *name, const char *a, const char *b) {
    int saved = errno;
    struct stat seen = {0};
    if (is_armed && record_fd >= 0 && is_below(a)) {
        stat(a, &seen);
        note(name, seen.st_ino, 0, NULL, 0, a, *b ? below(b) : "");
    }
    errno = saved;
}

#define HERE (lseek(fd, 0, SEEK_CUR) - done)
#define NOBODY_KNOWS -1

/* A call with bytes: dying, it writes half of them first. */
#define WRITES(name, where, data, ...)                                        \
    int error = fails_fd(#name, fd, 1);                                       \
    if (error > 0) { errno = error; return -1; }                              \
    if (error < 0) { n /= 2; REAL(name)(__VA_ARGS__); die(); }                \
    ssize_t done = REAL(name)(__VA_ARGS__);                                   \
    if (done > 0) note_fd(#name, fd, where, data, done);                      \
    return done;

/* A call without: dying, it is done first. */
#define CHANGES(error, result, call, noted)                                   \
    if (error > 0) { errno = error; return result; }                          \
    int done = call;                                                          \
    if (error < 0) die();                                                     \
    noted;                                                                    \
    return done;

ssize_t write(int fd, const void *v, size_t n) { WRITES(write, HERE, v, fd, v, n) }
ssize_t pwrite(int fd, const void *v, size_t n, off_t o) { WRITES(pwrite, o, v, fd, v, n, o) }
ssize_t pwrite64(int fd, const void *v, size_t n, off64_t o) { WRITES(pwrite64, o, v, fd, v, n, o) }
ssize_t writev(int fd, const struct iovec *v, int n) {
    WRITES(writev, NOBODY_KNOWS, NULL, fd, v, n)
}
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t o) {
    WRITES(pwritev, NOBODY_KNOWS, NULL, fd, v, n, o)
}
ssize_t sendfile(int fd, int from, off_t *o, size_t n) {
    WRITES(sendfile, NOBODY_KNOWS, NULL, fd, from, o, n)
}
ssize_t sendfile64(int fd, int from, off64_t *o, size_t n) {
    WRITES(sendfile64, NOBODY_KNOWS, NULL, fd, from, o, n)
}
ssize_t copy_file_range(int from, off64_t *a, int fd, off64_t *b, size_t n, unsigned flags) {
    WRITES(copy_file_range, NOBODY_KNOWS, NULL, from, a, fd, b, n, flags)
}

#define ON_FD(name, args, call, grows, size)                                  \
    int name args {                                                           \
        int e = fails_fd(#name, fd, grows);                                   \
        CHANGES(e, -1, REAL(name) call, if (!done) note_fd(#name, fd, size, NULL, 0)) \
    }

ON_FD(fsync, (int fd), (fd), 0, 0)
ON_FD(fdatasync, (int fd), (fd), 0, 0)
ON_FD(ftruncate, (int fd, off_t n), (fd, n), 1, n)
ON_FD(ftruncate64, (int fd, off64_t n), (fd, n), 1, n)
ON_FD(fallocate, (int fd, int mode, off_t o, off_t n), (fd, mode, o, n), 1, NOBODY_KNOWS)
ON_FD(fallocate64, (int fd, int mode, off64_t o, off64_t n), (fd, mode, o, n), 1, NOBODY_KNOWS)
ON_FD(fchmod, (int fd, mode_t mode), (fd, mode), 0, 0)
ON_FD(fchown, (int fd, uid_t u, gid_t g), (fd, u, g), 0, 0)

#define SETS_ASIDE(name, type)                                                \
    int name(int fd, type o, type n) {                                        \
        int e = fails_fd(#name, fd, 1);                                       \
        CHANGES(e, e, REAL(name)(fd, o, n), if (!done) note_fd(#name, fd, o + n, NULL, 0)) \
    }

SETS_ASIDE(posix_fallocate, off_t)
SETS_ASIDE(posix_fallocate64, off64_t)

#define ON_PATH(name, args, path, call, grows, from)                          \
    int name args {                                                           \
        int e = fails(#name, path, grows);                                    \
        CHANGES(e, -1, REAL(name) call, if (!done) note_path(#name, path, from)) \
    }

ON_PATH(unlink, (const char *a), a, (a), 0, "")
ON_PATH(unlinkat, (int d, const char *a, int f), a, (d, a, f), 0, "")
ON_PATH(rmdir, (const char *a), a, (a), 0, "")
ON_PATH(rename, (const char *a, const char *b), b, (a, b), 1, a)
ON_PATH(renameat, (int d, const char *a, int e2, const char *b), b, (d, a, e2, b), 1, a)
ON_PATH(link, (const char *a, const char *b), b, (a, b), 1, a)
ON_PATH(linkat, (int d, const char *a, int e2, const char *b, int f), b, (d, a, e2, b, f), 1, a)
ON_PATH(symlink, (const char *a, const char *b), b, (a, b), 1, "")
ON_PATH(mkdir, (const char *a, mode_t m), a, (a, m), 1, "")
ON_PATH(mkdirat, (int d, const char *a, mode_t m), a, (d, a, m), 1, "")
ON_PATH(truncate, (const char *a, off_t n), a, (a, n), 1, "")
ON_PATH(chmod, (const char *a, mode_t m), a, (a, m), 0, "")
ON_PATH(chown, (const char *a, uid_t u, gid_t g), a, (a, u, g), 0, "")
ON_PATH(lchown, (const char *a, uid_t u, gid_t g), a, (a, u, g), 0, "")
ON_PATH(fchmodat, (int d, const char *a, mode_t m, int f), a, (d, a, m, f), 0, "")
ON_PATH(fchownat, (int d, const char *a, uid_t u, gid_t g, int f), a, (d, a, u, g, f), 0, "")

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
    int made = makes(path, flags), e = made ? fails(#name, path, 1) : 0;      \
    CHANGES(e, -1, REAL(name)(__VA_ARGS__),                                   \
            if (done >= 0 && made) note_path(#name, path, ""))

int open(const char *path, int flags, ...) { OPENS(open, path, flags, m) }
int open64(const char *path, int flags, ...) { OPENS(open64, path, flags, m) }
int openat(int d, const char *path, int flags, ...) { OPENS(openat, d, path, flags, m) }
int openat64(int d, const char *path, int flags, ...) { OPENS(openat64, d, path, flags, m) }
