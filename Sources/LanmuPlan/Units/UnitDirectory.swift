import LanmuRecognition

/// Bodies known by more than one name: the built-in directory of the usual ones, or a user's own.
public struct UnitDirectory: Sendable {
  /// One body.
  public struct Body: Sendable, Hashable {
    /// The full name, without place and level in the built-in directory.
    public var name: String
    /// Short names and others that mean the body whatever the date.
    public var aliases: [String]
    /// Names that it had before `since`.
    public var formerNames: [String]
    /// Names of groups that the body belongs to (各部门, 各镇).
    public var groups: [String]
    public var kind: PlanUnit.Kind
    public var parent: String
    public var contact: String
    public var telephone: String
    /// ISO 8601 date from which the name stands for the former ones; empty if it always did.
    public var since: String

    public init(
      name: String, aliases: [String] = [], formerNames: [String] = [], groups: [String] = [],
      kind: PlanUnit.Kind = .unit, parent: String = "", contact: String = "", telephone: String = "", since: String = ""
    ) {
      self.name = name
      self.aliases = aliases
      self.formerNames = formerNames
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
  /// Places of bodies by each folded name without place and level.
  private var byName: [ExactText: [Int]] = [:]
  /// The characters with which these names begin.
  private var openings = ScalarFilter([])

  public init(bodies: [Body]) {
    self.bodies = []
    for body in bodies { add(body) }
    ownCount = bodies.count
  }

  private mutating func add(_ body: Body) {
    for name in [body.name] + body.aliases + body.formerNames {
      let core = UnitName.core(name)
      byName[ExactText(core), default: []].append(bodies.count)
      if let first = core.unicodeScalars.first { openings.insert(first) }
    }
    bodies.append(body)
  }

  /// This directory, and another one's bodies for names that this one lacks.
  public func adding(_ other: UnitDirectory) -> UnitDirectory {
    var sum = self
    for body in other.bodies { sum.add(body) }
    return sum
  }

  /// The directory for a document of a date (ISO 8601): a body whose name holds from a later day only is one unit under that
  /// name, and one under each of its former names. Without a date every name holds.
  public func valid(on date: String) -> UnitDirectory {
    guard !date.isEmpty, bodies.contains(where: { $0.isRenamed(after: date) }) else { return self }
    var result = UnitDirectory(bodies: bodies.prefix(ownCount).flatMap { $0.parts(on: date) })
    for part in bodies.dropFirst(ownCount).flatMap({ $0.parts(on: date) }) { result.add(part) }
    return result
  }

  /// The body of a name, place and level aside; `nil` if there is none or if several have it.
  public func body(named name: String) -> Body? { place(of: name).map { bodies[$0] } }

  /// The same body's full name.
  func bodyName(_ name: String) -> String? { place(of: name).map { bodies[$0].name } }

  private func place(of name: String) -> Int? {
    guard let all = byName[ExactText(UnitName.core(name))], let first = all.first else { return nil }
    if all.count == 1 { return first }
    let places = first < ownCount ? all.filter { $0 < ownCount } : all
    let names = Set(places.map { bodies[$0].name })
    return names.count == 1 ? first : nil
  }

  public func contains(_ name: String) -> Bool { byName[ExactText(UnitName.core(name))] != nil }

  /// False only where no name, place and level aside, begins with a character.
  func mayBegin(with scalar: Unicode.Scalar) -> Bool { openings.mayHold(scalar) }
}

extension UnitDirectory.Body {
  /// Whether the present name began only after a date.
  package func isRenamed(after date: String) -> Bool { !formerNames.isEmpty && since > date }

  /// The body as one or several, as its names mean it on a date.
  fileprivate func parts(on date: String) -> [UnitDirectory.Body] {
    guard isRenamed(after: date) else { return [self] }
    var present = self
    present.formerNames = []
    return [present]
      + formerNames.map { name in
        var former = self
        former.name = name
        former.aliases = []
        former.formerNames = []
        former.since = ""
        return former
      }
  }
}
