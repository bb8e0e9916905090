/// The words that make a clause a rule, and what stands before them.
struct TimeKernel {
  var kind: TimeRule.Kind
  /// The part before the kernel: scope, condition or nothing that matters. Ends where the kernel (or its event) starts.
  var prefix: Range<Int>
  /// The words that the rule came from.
  var textRange: Range<Int>
  /// Whether the clause speaks of updating the column, not of telling somebody.
  var isUpdate = false
  /// Whether the kernel is a predicate behind its subject: 信息更新及时.
  var isPredicate = false
  /// Whether the clause only names the occasion (有变动时), so that the next clause may say what is to be done.
  var isOpen = false
  /// Whether the span is a limit (3日内), so that an occasion before it is what it counts from.
  var isDeadline = false
  /// Where the words end that the rule was read from; what stands behind them in the clause is its object or a remark.
  var coreEnd: Int?
  /// A scope found inside the event: 文件类信息形成之日起.
  var eventScope = ""
}
