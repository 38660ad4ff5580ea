// Included by `wide.c` and `narrow.c`.
#include "lanes.h"

static void quantise(const float *rows, long count, long width, uint8_t *numbers, float *scales) {
    for (long row = 0; row < count; row++, rows += width, numbers += width) {
        lanes most = all(0);
        for (long column = 0; column < width; column += 16)
            most = greater(most, (lanes)((whole_lanes)load(rows + column) & 0x7FFFFFFF));
        scales[row] = greatest(most) / 127;
        // Adding 1.5 · 2²³ leaves the rounded number in the low bits.
        lanes divisor = all(scales[row] > 0 ? scales[row] : 1);
        for (long column = 0; column < width; column += 16) {
            whole_lanes bits = (whole_lanes)(load(rows + column) / divisor + 12582912.0f) + 128;
            typedef uint8_t bytes __attribute__((vector_size(16)));
            bytes few = __builtin_convertvector(bits, bytes);
            memcpy(numbers + column, &few, sizeof few);
        }
    }
}

static void normalise(
    float *rows, long count, long width, const float *weight, const float *bias, float epsilon) {
    for (long row = 0; row < count; row++, rows += width) {
        lanes sums = all(0);
        for (long column = 0; column < width; column += 16) sums += load(rows + column);
        lanes mean = all(sum(sums) / (float)width);
        lanes squares = all(0);
        for (long column = 0; column < width; column += 16) {
            lanes centred = load(rows + column) - mean;
            squares += centred * centred;
        }
        lanes scale = all(1 / __builtin_sqrtf(sum(squares) / (float)width + epsilon));
        for (long column = 0; column < width; column += 16)
            store((load(rows + column) - mean) * scale * load(weight + column) + load(bias + column), rows + column);
    }
}
