// Included by `wide.c` and `narrow.c`.
#include "lanes.h"

/// Sixteen sums of one row, from `column` on, to numbers in the result's row.
inlined void finish_lanes(
    whole_lanes sums, float scale, struct kernels_columns columns, long column, float *row, enum kernels_finish finish) {
    lanes value = __builtin_convertvector(sums, lanes) * (scale * load(columns.scales + column)) + load(columns.bias + column);
    if (finish == kernels_activated) value = activated(value);
    if (finish == kernels_added) value += load(row + column);
    store(value, row + column);
}

/// The end of a product whose sums were made elsewhere.
static void restore(
    const int32_t *sums, const float *scales, struct kernels_columns at, float *result, long rows, long columns,
    enum kernels_finish finish) {
    for (long row = 0; row < rows; row++)
        for (long column = 0; column < columns; column += 16) {
            whole_lanes value, offsets;
            memcpy(&value, sums + row * columns + column, sizeof value);
            memcpy(&offsets, at.offsets + column, sizeof offsets);
            finish_lanes(value + offsets, scales[row], at, column, result + row * columns, finish);
        }
}
