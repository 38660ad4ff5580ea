// The kernels for processors of any kind; of the x86 those since 2013 (Haswell, Excavator).
#include <float.h>
#include <string.h>

#include "processor.h"

#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#endif

#include "attention.h"
#include "finish.h"
#include "rows.h"

enum { TOGETHER = 16, ROWS = 4 };

#if defined(__x86_64__)

/// Some rows by 16 columns. Two products sum to 255 · 128 at most, which fits 16 bits.
inlined void tile(
    int rows, const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, long column,
    float *result, long columns, long depth, enum kernels_finish finish) {
    __m256i sums[ROWS][2];
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 2; part++)
            sums[row][part] = _mm256_loadu_si256((const __m256i *)(at.offsets + column + 8 * part));
    const __m256i ones = _mm256_set1_epi16(1);
    for (long step = 0; step < depth; step += 4) {
        __m256i weights[2];
        for (int part = 0; part < 2; part++)
            weights[part] = _mm256_loadu_si256((const __m256i *)(packed + TOGETHER * step + 32 * part));
        for (int row = 0; row < rows; row++) {
            int32_t four;
            memcpy(&four, left + row * depth + step, 4);
            __m256i numbers = _mm256_set1_epi32(four);
            for (int part = 0; part < 2; part++) {
                __m256i pairs = _mm256_maddubs_epi16(numbers, weights[part]);
                sums[row][part] = _mm256_add_epi32(sums[row][part], _mm256_madd_epi16(pairs, ones));
            }
        }
    }
    for (int row = 0; row < rows; row++) {
        whole_lanes found;
        memcpy(&found, sums[row], sizeof found);
        finish_lanes(found, scales[row], at, column, result + row * columns, finish);
    }
}

#else

/// One row by 16 columns, a number at a time.
inlined void tile(
    int rows, const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, long column,
    float *result, long columns, long depth, enum kernels_finish finish) {
    for (int row = 0; row < rows; row++) {
        whole_lanes sums;
        memcpy(&sums, at.offsets + column, sizeof sums);
        for (long step = 0; step < depth; step += 4)
            for (int lane = 0; lane < 16; lane++)
                for (int part = 0; part < 4; part++)
                    sums[lane] += left[row * depth + step + part] * packed[TOGETHER * step + 4 * lane + part];
        finish_lanes(sums, scales[row], at, column, result + row * columns, finish);
    }
}

#endif

#include "product.h"

const struct processor kernels_narrow = {TOGETHER, product, quantise, normalise, attend};

#if defined(__x86_64__)
#pragma clang attribute pop
#endif
