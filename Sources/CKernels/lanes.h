#pragma once

// Lanes never cross a call: everything here is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

/// Sixteen numbers that go through the arithmetic together.
typedef float lanes __attribute__((vector_size(64)));
typedef int32_t whole_lanes __attribute__((vector_size(64)));

#define inlined static inline __attribute__((always_inline))

inlined lanes load(const float *from) {
    lanes value;
    memcpy(&value, from, sizeof value);
    return value;
}

inlined void store(lanes value, float *to) { memcpy(to, &value, sizeof value); }

inlined lanes all(float value) { return value - (lanes){}; }

inlined lanes where(whole_lanes mask, lanes yes, lanes no) {
    return (lanes)((mask & (whole_lanes)yes) | (~mask & (whole_lanes)no));
}

inlined lanes greater(lanes a, lanes b) { return where(a > b, a, b); }

inlined float sum(lanes x) {
    float total[8];
    for (int i = 0; i < 8; i++) total[i] = x[i] + x[i + 8];
    return ((total[0] + total[4]) + (total[1] + total[5])) + ((total[2] + total[6]) + (total[3] + total[7]));
}

inlined float greatest(lanes x) {
    float most[8];
    for (int i = 0; i < 8; i++) most[i] = x[i] > x[i + 8] ? x[i] : x[i + 8];
    for (int half = 4; half > 0; half /= 2)
        for (int i = 0; i < half; i++) most[i] = most[i] > most[i + half] ? most[i] : most[i + half];
    return most[0];
}

/// `eˣ` for x ≤ 0 or little above: 2 to a whole power times a polynomial (Cephes' `expf`).
inlined lanes exponential(lanes x) {
    x = greater(x, all(-87));
    // Adding 1.5 · 2²³ rounds to a whole number and leaves it in the low bits.
    lanes shifted = x * 1.44269504f + 12582912.0f;
    lanes power = shifted - 12582912.0f;
    lanes rest = x - power * 0.693359375f + power * 2.12194440e-4f;
    lanes polynomial = all(1.98756915e-4f);
    polynomial = polynomial * rest + 1.39819995e-3f;
    polynomial = polynomial * rest + 8.33345190e-3f;
    polynomial = polynomial * rest + 4.16657960e-2f;
    polynomial = polynomial * rest + 1.66666655e-1f;
    polynomial = polynomial * rest + 0.5f;
    lanes value = polynomial * rest * rest + rest + 1.0f;
    whole_lanes bits = ((whole_lanes)shifted - (0x4B400000 - 127)) << 23;
    return value * (lanes)bits;
}

/// `x · Φ(x)` (Hendrycks and Gimpel 2016): Φ(x) - ½ is x times a polynomial of x² that is nowhere wrong by more than 2 · 10⁻⁷
/// between ±5.25, beyond which Φ is level; fitted by reweighted least squares.
inlined lanes activated(lanes x) {
    lanes near = greater(all(-5.25f), -greater(all(-5.25f), -x));
    lanes square = near * near * (2 / (5.25f * 5.25f)) - 1.0f;
    lanes polynomial = all(-4.50653024e-4f);
    polynomial = polynomial * square + 1.36216660e-3f;
    polynomial = polynomial * square - 1.61967729e-3f;
    polynomial = polynomial * square + 2.11210572e-3f;
    polynomial = polynomial * square - 4.82707564e-3f;
    polynomial = polynomial * square + 8.83971713e-3f;
    polynomial = polynomial * square - 1.30905118e-2f;
    polynomial = polynomial * square + 1.84254330e-2f;
    polynomial = polynomial * square - 2.49654241e-2f;
    polynomial = polynomial * square + 3.20452601e-2f;
    polynomial = polynomial * square - 3.97712179e-2f;
    polynomial = polynomial * square + 4.96451929e-2f;
    polynomial = polynomial * square - 6.71265945e-2f;
    polynomial = polynomial * square + 1.34659350e-1f;
    return x * (near * polynomial + 0.5f);
}
