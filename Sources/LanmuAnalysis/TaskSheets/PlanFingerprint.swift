internal import LanmuPlan

/// Tells versions of a plan apart, whatever format they were read from.
enum PlanFingerprint {
  /// Sixteen hexadecimal digits over what every entry demands of whom.
  static func of(_ plan: Plan) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // Most of the text is ideographs, and looking up a scalar's properties takes long.
    func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
    func add(_ text: String) {
      for scalar in text.unicodeScalars where isIdeograph(scalar) || !scalar.properties.isWhitespace {
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
