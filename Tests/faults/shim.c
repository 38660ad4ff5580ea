// Stands before the C library (LD_PRELOAD) and makes a disk fail or a clock jump, as the environment says.
//
//   FAULT_UNDER   a folder: only calls on files in it are counted and fail
//   FAULT_AT      the number of the call that fails, from 1; without it none fails
//   FAULT_ERROR   ENOSPC: from there on nothing more can be written, the failing write is half done; EIO: this call only
//   FAULT_COUNT   a file into which the number of calls is written at the end
//   FAULT_CLOCK   a file with seconds that are added to the time of day, read anew at most every millisecond; spans stay right
//   FAULT_SPEED   how many seconds pass in one, for every clock and every sleep
//
// Calls are write, pwrite, fsync, fdatasync, ftruncate, fallocate and rename.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static const char *under;
static long failing;
static int code;
static atomic_long calls;
static double speed = 1;
static struct timespec began[CLOCK_BOOTTIME + 1];

__attribute__((constructor)) static void begin(void) {
    for (clockid_t clock = 0; clock <= CLOCK_BOOTTIME; clock++) syscall(SYS_clock_gettime, clock, &began[clock]);
    if (getenv("FAULT_SPEED")) speed = atof(getenv("FAULT_SPEED"));
    under = getenv("FAULT_UNDER");
    const char *at = getenv("FAULT_AT");
    failing = at ? atol(at) : 0;
    const char *name = getenv("FAULT_ERROR");
    code = name && !strcmp(name, "EIO") ? EIO : ENOSPC;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!path) return;
    char text[32];
    int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) return;
    syscall(SYS_write, file, text, length);
    close(file);
}

static int lies_under(const char *path) { return under && !strncmp(path, under, strlen(under)); }

static int is_watched(int file) {
    if (!under) return 0;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return lies_under(path);
}

// Whether this call fails, and with `first` whether it is the first that does.
static int fails(int *first) {
    long number = atomic_fetch_add(&calls, 1) + 1;
    if (first) *first = number == failing;
    if (!failing) return 0;
    return code == EIO ? number == failing : number >= failing;
}

static int refused(void) {
    errno = code;
    return -1;
}

ssize_t write(int file, const void *bytes, size_t count) {
    int first;
    if (is_watched(file) && fails(&first)) {
        if (first && code == ENOSPC && count > 1) return REAL(write)(file, bytes, count / 2);
        return refused();
    }
    return REAL(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    int first;
    if (is_watched(file) && fails(&first)) {
        if (first && code == ENOSPC && count > 1) return REAL(pwrite)(file, bytes, count / 2, place);
        return refused();
    }
    return REAL(pwrite)(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) { return pwrite(file, bytes, count, place); }

int fsync(int file) { return is_watched(file) && fails(NULL) ? refused() : REAL(fsync)(file); }
int fdatasync(int file) { return is_watched(file) && fails(NULL) ? refused() : REAL(fdatasync)(file); }

// A full disk lets files shrink.
static int truncation_fails(int file, off_t length) {
    struct stat now;
    if (!is_watched(file) || !fails(NULL)) return 0;
    return code == EIO || fstat(file, &now) || length > now.st_size;
}

int ftruncate(int file, off_t length) { return truncation_fails(file, length) ? refused() : REAL(ftruncate)(file, length); }
int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

int posix_fallocate(int file, off_t place, off_t length) {
    return is_watched(file) && fails(NULL) ? code : REAL(posix_fallocate)(file, place, length);
}
int posix_fallocate64(int file, off64_t place, off64_t length) { return posix_fallocate(file, place, length); }

int rename(const char *from, const char *to) {
    return lies_under(to) && fails(NULL) && code == EIO ? refused() : REAL(rename)(from, to);
}

// The clock.

static long shift(void) {
    static atomic_long seconds, read_at;
    const char *path = getenv("FAULT_CLOCK");
    if (!path) return 0;
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    long moment = now.tv_sec * 1000 + now.tv_nsec / 1000000;
    if (moment != atomic_load(&read_at)) {
        char text[32];
        int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            ssize_t length = syscall(SYS_read, file, text, sizeof text - 1);
            if (length > 0) {
                text[length] = 0;
                atomic_store(&seconds, atol(text));
            }
            syscall(SYS_close, file);
        }
        atomic_store(&read_at, moment);
    }
    return atomic_load(&seconds);
}

static struct timespec seconds(double all) {
    long whole = (long)all;
    return (struct timespec){whole, (long)((all - whole) * 1e9)};
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = syscall(SYS_clock_gettime, clock, time);
    int is_of_day = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
    int measures_work = clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID;
    if (result || clock < 0 || clock > CLOCK_BOOTTIME || measures_work) return result;
    if (speed != 1) {
        double passed = (time->tv_sec - began[clock].tv_sec) + (time->tv_nsec - began[clock].tv_nsec) / 1e9;
        double since = passed * speed + began[clock].tv_nsec / 1e9;
        *time = seconds(since < 0 ? 0 : since);
        time->tv_sec += began[clock].tv_sec;
    }
    if (is_of_day) time->tv_sec += shift();
    return 0;
}

int nanosleep(const struct timespec *span, struct timespec *rest) {
    struct timespec shorter = speed == 1 ? *span : seconds((span->tv_sec + span->tv_nsec / 1e9) / speed);
    return REAL(nanosleep)(&shorter, rest);
}

int usleep(useconds_t microseconds) {
    struct timespec span = seconds(microseconds / 1e6);
    return nanosleep(&span, NULL);
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *span, struct timespec *rest) {
    struct timespec now, left = *span;
    if (flags & TIMER_ABSTIME) {
        clock_gettime(clock, &now);
        double wait = (span->tv_sec - now.tv_sec) + (span->tv_nsec - now.tv_nsec) / 1e9;
        left = seconds(wait < 0 ? 0 : wait);
    }
    return nanosleep(&left, rest) ? errno : 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
