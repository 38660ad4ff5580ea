#pragma once
#include <stdint.h>

/// The inner loops of the encoder. Rows lie one after another; every width is a multiple of sixteen.

/// What becomes of a product: it is written, goes through the Gaussian error linear unit first, or is added to what is there.
enum kernels_finish { kernels_plain, kernels_activated, kernels_added };

/// A product's sums back in numbers: `sum · (scale of the row · scale of the column) + bias of the column`.
struct kernels_columns {
    const float *scales;
    const float *bias;
    /// `-128 ·` the sum of the column's weights, which takes back what `kernels_quantise` adds to every number.
    const int32_t *offsets;
};

/// The order in which `kernels_product` wants weights, which are between -64 and 64: columns a multiple of 64, depth of 4.
void kernels_pack(const int8_t *weights, int8_t *packed, long columns, long depth);

/// `result[rows × columns] = finish(left[rows × depth] · weights)`.
void kernels_product(
    const uint8_t *left, const float *scales, const int8_t *packed, struct kernels_columns at, float *result, long rows,
    long columns, long depth, enum kernels_finish finish);

/// Each row as whole numbers between -127 and 127, rounded half to even, times a scale; 128 is added to every number.
void kernels_quantise(const float *rows, long count, long width, uint8_t *numbers, float *scales);

/// Each row `(row - mean) / √(variance + epsilon) · weight + bias` (Ba et al. 2016).
void kernels_normalise(float *rows, long count, long width, const float *weight, const float *bias, float epsilon);

/// Attention of every head over one sentence: `mixed = softmax(query · keyᵀ / √32) · value` (Vaswani et al. 2017).
///
/// `rows` hold query, key and value beside each other, `3 · hidden` a row, 32 columns a head. `room` is for `36 ·` the count,
/// rounded up to sixteen.
void kernels_attend(const float *rows, long count, long hidden, float *mixed, float *room);
