#include <string.h>

#include "processor.h"

static const struct processor *best = &kernels_narrow;

/// Chosen once, before anything else runs.
__attribute__((constructor)) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vnni")) best = &kernels_wide;
#endif
}

void kernels_pack(const int8_t *weights, int8_t *packed, long columns, long depth) {
    // Four numbers of each of some columns lie beside each other, as one step of a product reads them.
    long together = best->together;
    for (long column = 0; column < columns; column++) {
        int8_t *block = packed + column / together * together * depth + column % together * 4;
        for (long step = 0; step < depth; step += 4) memcpy(block + together * step, weights + column * depth + step, 4);
    }
}

void kernels_product(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish) {
    best->product(left, scales, packed, at, result, rows, columns, depth, finish);
}

void kernels_quantise(const float *rows, long count, long width, uint8_t *numbers, float *scales) {
    best->quantise(rows, count, width, numbers, scales);
}

void kernels_normalise(float *rows, long count, long width, const float *weight, const float *bias, float epsilon) {
    best->normalise(rows, count, width, weight, bias, epsilon);
}

void kernels_attend(const float *rows, long count, long hidden, float *mixed, float *room) {
    best->attend(rows, count, hidden, mixed, room);
}
