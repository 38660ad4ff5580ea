// Included by `wide.c` and `narrow.c` after their `tiles`: one copy of these for every finish.
static void product(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish) {
    switch (finish) {
    case kernels_plain: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_plain); break;
    case kernels_activated: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_activated); break;
    case kernels_added: tiles(left, scales, packed, at, result, rows, columns, depth, kernels_added); break;
    }
}
