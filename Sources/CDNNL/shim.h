#pragma once
#include <dnnl.h>

/// Of OpenMP, whose own header belongs to another compiler: how many threads the products of this thread use.
void omp_set_num_threads(int count);
