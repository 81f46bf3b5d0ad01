/* The system's zlib as another one: it compresses at level 1, whatever it is asked for, and so writes other bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
typedef int (*init)(void *, int, int, int, int, int, const char *, int);
int deflateInit2_(void *stream, int level, int method, int bits, int memory, int strategy, const char *version, int size) {
    void *real = dlsym(dlopen("libz.so.1", RTLD_LAZY), "deflateInit2_");
    return ((init)real)(stream, 1, method, bits, memory, strategy, version, size);
}
int deflateInit_(void *stream, int level, const char *version, int size) {
    return deflateInit2_(stream, 1, 8, 15, 8, 0, version, size);
}
