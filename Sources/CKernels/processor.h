#pragma once
#include "include/kernels.h"

/// The kernels as one kind of processor does them best.
struct processor {
    /// So many columns of weights lie together.
    long together;
    typeof(kernels_product) *product;
    typeof(kernels_quantise) *quantise;
    typeof(kernels_normalise) *normalise;
    typeof(kernels_attend) *attend;
};

extern const struct processor kernels_wide, kernels_narrow;
