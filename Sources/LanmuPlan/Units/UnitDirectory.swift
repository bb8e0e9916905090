/// Bodies known by more than one name: the built-in directory of the usual ones, or a user's own.
public struct UnitDirectory: Sendable {
  /// One body.
  public struct Body: Sendable, Hashable {
    /// The full name, without place and level in the built-in directory.
    public var name: String
    /// Short and former names.
    public var aliases: [String]
    /// Names of groups that the body belongs to (各部门, 各镇).
    public var groups: [String]
    public var kind: PlanUnit.Kind
    public var parent: String
    public var contact: String
    public var telephone: String
    /// ISO 8601 date from which the name holds; empty if it always did.
    public var since: String

    public init(
      name: String, aliases: [String] = [], groups: [String] = [], kind: PlanUnit.Kind = .unit, parent: String = "",
      contact: String = "", telephone: String = "", since: String = ""
    ) {
      self.name = name
      self.aliases = aliases
      self.groups = groups
      self.kind = kind
      self.parent = parent
      self.contact = contact
      self.telephone = telephone
      self.since = since
    }
  }

  public private(set) var bodies: [Body]
  /// How many bodies the directory had before another one was added; their names win.
  private var ownCount = 0
  /// Places of bodies by each folded name.
  private var byName: [String: [Int]] = [:]

  public init(bodies: [Body]) {
    self.bodies = []
    for body in bodies { add(body) }
    ownCount = bodies.count
  }

  private mutating func add(_ body: Body) {
    for name in [body.name] + body.aliases {
      byName[UnitName.core(name), default: []].append(bodies.count)
    }
    bodies.append(body)
  }

  /// This directory, and another one's bodies for names that this one lacks.
  public func adding(_ other: UnitDirectory) -> UnitDirectory {
    var sum = self
    for body in other.bodies { sum.add(body) }
    return sum
  }

  /// The body of a name, place and level aside; `nil` if there is none or if several have it.
  public func body(named name: String) -> Body? {
    guard let all = byName[UnitName.core(name)], let first = all.first else { return nil }
    let places = first < ownCount ? all.filter { $0 < ownCount } : all
    let names = Set(places.map { bodies[$0].name })
    return names.count == 1 ? bodies[first] : nil
  }

  public func contains(_ name: String) -> Bool { byName[UnitName.core(name)] != nil }
}
