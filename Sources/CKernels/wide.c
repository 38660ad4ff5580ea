// The kernels for AVX-512 with its products of eight-bit whole numbers (VNNI).
#include <float.h>
#include <string.h>

#include "processor.h"

#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,avx512vnni"), min_vector_width(512))), apply_to = function)

#include "attention.h"
#include "finish.h"
#include "rows.h"

enum { TOGETHER = 64, ROWS = 6 };

/// Some rows by 64 columns, in registers from the first number to the last.
inlined void tile(
    int rows, const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, long column,
    float *result, long columns, long depth, enum kernels_finish finish) {
    __m512i sums[ROWS][4];
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++) sums[row][part] = _mm512_loadu_si512(at.offsets + column + 16 * part);
    for (long step = 0; step < depth; step += 4) {
        __m512i weights[4];
        for (int part = 0; part < 4; part++) weights[part] = _mm512_loadu_si512(packed + TOGETHER * step + 64 * part);
        for (int row = 0; row < rows; row++) {
            int32_t four;
            memcpy(&four, left + row * depth + step, 4);
            __m512i numbers = _mm512_set1_epi32(four);
            for (int part = 0; part < 4; part++) sums[row][part] = _mm512_dpbusd_epi32(sums[row][part], numbers, weights[part]);
        }
    }
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++)
            finish_lanes((whole_lanes)sums[row][part], scales[row], at, column + 16 * part, result + row * columns, finish);
}

#include "product.h"

const struct processor kernels_wide = {TOGETHER, product, quantise, normalise, attend};

#pragma clang attribute pop
#endif
