// Included by `wide.c` and `narrow.c`.
#include "lanes.h"

/// Sixteen rows from `block` on, sixteen columns of each, written in columns `padded` apart; the last row stands in for those
/// that are not there.
inlined void turn(const float *rows, long block, long count, long stride, float *columns, long padded) {
    lanes square[16], next[16];
    for (int i = 0; i < 16; i++) square[i] = load(rows + (block + i < count ? block + i : count - 1) * stride);
    // Four times each half is shuffled into the other, as a pack of cards.
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 8; i++) {
            next[2 * i] = __builtin_shufflevector(square[i], square[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
            next[2 * i + 1] =
                __builtin_shufflevector(square[i], square[i + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
        }
        memcpy(square, next, sizeof square);
    }
    for (int i = 0; i < 16; i++) store(square[i], columns + i * padded);
}

/// What some queries of one head, 32 columns each, take from `count` values.
inlined void answer(
    int queries, const float *query, const float *keys, const float *values, long count, long stride, float *mixed, long hidden,
    float *scores) {
    long padded = (count + 15) & ~15L;
    const whole_lanes numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    lanes most[4];
    for (int i = 0; i < queries; i++) most[i] = all(-FLT_MAX);
    for (long block = 0; block < padded; block += 16) {
        lanes score[4];
        for (int i = 0; i < queries; i++) score[i] = all(0);
        for (int dimension = 0; dimension < 32; dimension++) {
            lanes key = load(keys + dimension * padded + block);
            for (int i = 0; i < queries; i++) score[i] += key * query[i * stride + dimension];
        }
        for (int i = 0; i < queries; i++) {
            score[i] *= 0.17677669529663687f;
            // The padding is no key.
            if (block + 16 > count) score[i] = where(numbers < (int32_t)(count - block), score[i], all(-FLT_MAX));
            most[i] = greater(most[i], score[i]);
            store(score[i], scores + i * padded + block);
        }
    }
    float inverse[4];
    for (int i = 0; i < queries; i++) {
        lanes highest = all(greatest(most[i]));
        lanes total = all(0);
        for (long block = 0; block < padded; block += 16) {
            // The padding's share is e⁻⁸⁷ each: nothing.
            lanes share = exponential(load(scores + i * padded + block) - highest);
            store(share, scores + i * padded + block);
            total += share;
        }
        inverse[i] = 1 / sum(total);
    }
    lanes first[4], second[4];
    for (int i = 0; i < queries; i++) first[i] = second[i] = all(0);
    for (long index = 0; index < count; index++, values += stride) {
        lanes low = load(values), high = load(values + 16);
        for (int i = 0; i < queries; i++) {
            float share = scores[i * padded + index];
            first[i] += low * share;
            second[i] += high * share;
        }
    }
    for (int i = 0; i < queries; i++) {
        store(first[i] * inverse[i], mixed + i * hidden);
        store(second[i] * inverse[i], mixed + i * hidden + 16);
    }
}

static void attend(const float *rows, long count, long hidden, float *mixed, float *room) {
    long stride = 3 * hidden;
    long padded = (count + 15) & ~15L;
    float *scores = room;
    // Keys in columns, so that a query meets sixteen of them at once.
    float *keys = room + 4 * padded;
    for (long column = 0; column < hidden; column += 32) {
        for (long block = 0; block < padded; block += 16)
            for (int half = 0; half < 32; half += 16)
                turn(rows + hidden + column + half, block, count, stride, keys + half * padded + block, padded);
        const float *values = rows + 2 * hidden + column;
        long query = 0;
        for (; query + 4 <= count; query += 4)
            answer(
                4, rows + query * stride + column, keys, values, count, stride, mixed + query * hidden + column, hidden, scores);
        for (; query < count; query++)
            answer(
                1, rows + query * stride + column, keys, values, count, stride, mixed + query * hidden + column, hidden, scores);
    }
}
