public import LanmuDiagnostics
public import LanmuPlan

extension Plan {
  /// What changed from an earlier plan to this one.
  ///
  ///     let changes = try later.difference(from: earlier)
  ///
  /// The result is the same in every run. Time grows about linearly with the number of entries.
  /// - Throws: `diff.unverified` (a defect of ours) if the difference, applied, does not give the other plan.
  public func difference(
    from earlier: Plan, options: DifferenceOptions = DifferenceOptions()
  ) throws(LanmuError) -> PlanDifference {
    var builder = DifferenceBuilder(old: earlier, new: self, options: options)
    let difference = builder.build()
    try difference.verify(old: earlier, new: self)
    return difference
  }
}
