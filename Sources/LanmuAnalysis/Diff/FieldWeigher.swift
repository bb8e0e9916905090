import LanmuPlan

/// Says how much a difference between two texts of a field matters.
struct FieldWeigher {
  let names: RenamedUnitNames
  /// The same bodies answer in the same roles.
  let sameDuties: Bool
  /// They stand in another order.
  let reorderedDuties: Bool

  func weigh(
    _ field: FieldChange.Field, _ old: String, _ new: String, _ oldRules: [TimeRule], _ newRules: [TimeRule]
  ) -> (ChangeWeight, FieldChange.Effect?) {
    let effect = TimeRuleComparison.compare(oldRules, newRules)
    // Rules are read from the text: where it says the same, other rules are another reader's reading.
    if ComparableText.layout(old) == ComparableText.layout(new) { return (.layout, nil) }
    let one = ComparableText.typography(old)
    let other = ComparableText.typography(new)
    if one == other { return (.typography, nil) }
    let before = names.tokenized(one)
    let after = names.tokenized(other)
    if before == after { return (.unitName, nil) }
    switch field {
    case .supply, .update:
      if effect == .reworded {
        let days = TimeWording.unsaidDays(old, oldRules)
        let newDays = TimeWording.unsaidDays(new, newRules)
        guard days == newDays else { return (.substance, TimeWording.effect(from: old, days, to: new, newDays)) }
        let same = TimeWording.remainder(old) == TimeWording.remainder(new)
        return (same ? .typography : .wording, .reworded)
      }
      return (.substance, effect)
    case .lead, .responsible, .cooperating:
      if sameDuties { return (.typography, nil) }
      if reorderedDuties { return (.wording, nil) }
    case .requirement, .target, .mode, .remarks, .starred: break
    }
    if PlainWording.plain(before) == PlainWording.plain(after) { return (.wording, effect == .reworded ? nil : effect) }
    return (.substance, effect == .reworded ? nil : effect)
  }
}
