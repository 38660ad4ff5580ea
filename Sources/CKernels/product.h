// Included by `wide.c` and `narrow.c` after their `tile`, of ROWS rows or one by TOGETHER columns.
inlined void tiles(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish) {
    for (long column = 0; column < columns; column += TOGETHER) {
        const int8_t *weights = packed + column * depth;
        long row = 0;
        for (; row + ROWS <= rows; row += ROWS)
            tile(ROWS, left + row * depth, scales + row, weights, at, column, result + row * columns, columns, depth, finish);
        for (; row < rows; row++)
            tile(1, left + row * depth, scales + row, weights, at, column, result + row * columns, columns, depth, finish);
    }
}

/// One copy of the tiles for every finish.
static void product(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish) {
    switch (finish) {
    case kernels_plain: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_plain); break;
    case kernels_activated: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_activated); break;
    case kernels_added: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_added); break;
    }
}
