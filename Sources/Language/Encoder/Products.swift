internal import CDNNL

/// Matrix products by oneDNN, all matrices in rows. The only file that knows it.
enum Products {
    /// Products run on the thread that asks for them; sentences are what runs side by side.
    static func useOneThread() { omp_set_num_threads(1) }

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
