internal import LanmuPlan

/// Tells versions of a plan apart, whatever format they were read from.
enum PlanFingerprint {
  /// Sixteen hexadecimal digits over what every entry demands of whom.
  static func of(_ plan: Plan) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // Looking up a scalar's properties takes long, and no white space stands behind the ideographic space.
    func isInk(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x3000 || !scalar.properties.isWhitespace }
    func add(_ text: String) {
      for scalar in text.unicodeScalars where isInk(scalar) {
        for shift in [0, 8, 16] as [UInt32] {
          hash = (hash ^ UInt64((scalar.value >> shift) & 0xFF)) &* 0x0000_0100_0000_01b3
        }
      }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
    }
    for entry in plan.entries {
      add(entry.id)
      add(entry.path.joined(separator: "/"))
      add(entry.requirement)
      add(entry.update.text)
      add(entry.supply.text)
      for assignment in entry.assignments {
        add(assignment.unit)
        add(assignment.role.rawValue)
        add(assignment.scope)
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
