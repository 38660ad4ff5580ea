internal import CDNNL

/// Matrix products by oneDNN, all matrices in rows. The only file that knows it.
enum Products {
    /// Products run on the thread that asks for them; sentences are what runs side by side.
    static func useOneThread() { omp_set_num_threads(1) }

    /// `sums[rows × columns] = left[rows × depth] · right[columns × depth]ᵀ`, in whole numbers.
    static func integer(
        _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<Int8>, _ sums: UnsafeMutablePointer<Int32>, rows: Int, columns: Int,
        depth: Int
    ) {
        var none: Int32 = 0
        dnnl_gemm_u8s8s32(
            CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "T")), CChar(UInt8(ascii: "F")), Int64(rows), Int64(columns),
            Int64(depth), 1, left, Int64(depth), 0, right, Int64(depth), 0, 0, sums, Int64(columns), &none)
    }

    /// `result[rows × columns] = left[rows × depth] · right`, where `right` is `[depth × columns]`, or `[columns × depth]`
    /// to be read transposed; strides are the distances between rows.
    static func float(
        _ left: UnsafePointer<Float>, stride leftStride: Int, _ right: UnsafePointer<Float>, stride rightStride: Int,
        transposed: Bool, _ result: UnsafeMutablePointer<Float>, stride resultStride: Int, rows: Int, columns: Int, depth: Int
    ) {
        dnnl_sgemm(
            CChar(UInt8(ascii: "N")), CChar(transposed ? UInt8(ascii: "T") : UInt8(ascii: "N")), Int64(rows), Int64(columns),
            Int64(depth), 1,
            left, Int64(leftStride), right, Int64(rightStride), 0, result, Int64(resultStride))
    }
}
