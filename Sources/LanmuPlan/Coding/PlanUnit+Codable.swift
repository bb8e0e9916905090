/// `aliases` and `members` are always written and may be missing in what is read.
extension PlanUnit {
  private enum Key: String, CodingKey { case name, aliases, kind, members }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      aliases: try container.decodeIfPresent([String].self, forKey: .aliases) ?? [],
      kind: try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .unit,
      members: try container.decodeIfPresent([String].self, forKey: .members) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(aliases, forKey: .aliases)
    try container.encode(kind, forKey: .kind)
    try container.encode(members, forKey: .members)
  }
}
