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
