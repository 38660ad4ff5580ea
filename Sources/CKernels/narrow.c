// The kernels for processors of any kind; of the x86 those since 2013 (Haswell, Excavator).
#include <float.h>
#include <string.h>

#include "processor.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#endif

#include "attention.h"
#include "finish.h"
#include "rows.h"

const struct processor kernels_narrow = {0, restore, quantise, normalise, attend};

#if defined(__x86_64__)
#pragma clang attribute pop
#endif
