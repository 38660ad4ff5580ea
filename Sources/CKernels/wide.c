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

/// Some rows by 64 columns, in registers from the first number to the last.
inlined void tile(
    int rows, const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, long column,
    float *result, long columns, long depth, enum kernels_finish finish) {
    __m512i sums[6][4];
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++) sums[row][part] = _mm512_loadu_si512(at.offsets + column + 16 * part);
    for (long step = 0; step < depth; step += 4) {
        __m512i weights[4];
        for (int part = 0; part < 4; part++) weights[part] = _mm512_loadu_si512(packed + 64 * step + 64 * part);
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

inlined void tiles(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish) {
    for (long column = 0; column < columns; column += 64) {
        const int8_t *weights = packed + column * depth;
        long row = 0;
        for (; row + 6 <= rows; row += 6)
            tile(6, left + row * depth, scales + row, weights, at, column, result + row * columns, columns, depth, finish);
        for (; row < rows; row++)
            tile(1, left + row * depth, scales + row, weights, at, column, result + row * columns, columns, depth, finish);
    }
}

#include "product.h"

const struct processor kernels_wide = {64, product, quantise, normalise, attend};

#pragma clang attribute pop
#endif
