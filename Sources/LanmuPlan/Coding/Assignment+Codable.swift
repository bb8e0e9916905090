/// `scope` and `duty` are always written; `office` and `from` only where there are any.
extension Assignment {
  private enum Key: String, CodingKey { case unit, role, scope, duty, office, from }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      unit: try container.decode(String.self, forKey: .unit),
      role: try container.decodeIfPresent(Role.self, forKey: .role) ?? .responsible,
      scope: try container.decodeIfPresent(String.self, forKey: .scope) ?? "",
      duty: try container.decodeIfPresent(String.self, forKey: .duty) ?? "",
      office: try container.decodeIfPresent(String.self, forKey: .office) ?? "",
      from: try container.decodeIfPresent(Origin.self, forKey: .from))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(unit, forKey: .unit)
    try container.encode(role, forKey: .role)
    try container.encode(scope, forKey: .scope)
    try container.encode(duty, forKey: .duty)
    if !office.isEmpty { try container.encode(office, forKey: .office) }
    try container.encodeIfPresent(from, forKey: .from)
  }
}
