internal import CLibXLSXWriter

/// Settings of the C library's allocator for many small workbooks.
enum AllocatorTuning {
  /// libxlsxwriter allocates and frees a few hundred KB for each workbook; with the standard thresholds that memory goes
  /// back to the kernel every time, which costs a third of the processor time of a small workbook.
  private static let applied: Void = {
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
    _ = mallopt(M_TOP_PAD, 4 << 20)
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
  }()

  static func once() { applied }
}
