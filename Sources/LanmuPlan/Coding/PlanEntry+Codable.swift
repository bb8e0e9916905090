import LanmuDiagnostics
import LanmuRecognition

/// Empty texts and lists are left out. `doubts` are sentences for people in the encoder's language;
/// `doubtDetails` holds the same doubts whole, so that a plan read back equals the one written.
extension PlanEntry: Codable {
  private enum Key: String, CodingKey {
    case id, table, number, path, starred, requirement, target, supply, update, requirementRules, mode, lead,
      responsible, cooperating
    case remarks, assignments, origin, confidence, doubts, doubtDetails
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) throws -> String { try container.decodeIfPresent(String.self, forKey: key) ?? "" }
    func timed(_ key: Key) throws -> TimedText {
      try container.decodeIfPresent(TimedText.self, forKey: key) ?? TimedText()
    }
    self.init(
      id: try text(.id),
      table: try container.decodeIfPresent(Int.self, forKey: .table) ?? 0,
      number: try text(.number),
      path: try container.decodeIfPresent([String].self, forKey: .path) ?? [],
      starred: try container.decodeIfPresent(Bool.self, forKey: .starred) ?? false,
      requirement: try text(.requirement),
      target: try text(.target),
      supply: try timed(.supply),
      update: try timed(.update),
      requirementRules: try container.decodeIfPresent([TimeRule].self, forKey: .requirementRules) ?? [],
      mode: try text(.mode),
      lead: try text(.lead),
      responsible: try text(.responsible),
      cooperating: try text(.cooperating),
      remarks: try text(.remarks),
      assignments: try container.decodeIfPresent([Assignment].self, forKey: .assignments) ?? [],
      origin: try container.decodeIfPresent(EntryOrigin.self, forKey: .origin) ?? EntryOrigin(),
      confidence: try container.decodeIfPresent(Double.self, forKey: .confidence) ?? 1,
      doubts: try Self.doubts(in: container))
  }

  private static func doubts(in container: KeyedDecodingContainer<Key>) throws -> [Doubt] {
    if let details = try container.decodeIfPresent([DoubtRecord].self, forKey: .doubtDetails) {
      return details.map(\.doubt)
    }
    let sentences = try container.decodeIfPresent([String].self, forKey: .doubts) ?? []
    return sentences.map {
      Doubt(field: nil, code: "doubt.noted", message: Message(zh: $0, en: $0), probability: 0.5)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func put(_ text: String, _ key: Key) throws {
      if !text.isEmpty { try container.encode(text, forKey: key) }
    }
    func put(_ list: some Collection & Encodable, _ key: Key) throws {
      if !list.isEmpty { try container.encode(list, forKey: key) }
    }
    try container.encode(id, forKey: .id)
    try container.encode(table, forKey: .table)
    try put(number, .number)
    try container.encode(path, forKey: .path)
    try container.encode(starred, forKey: .starred)
    try put(requirement, .requirement)
    try put(target, .target)
    if supply != TimedText() { try container.encode(supply, forKey: .supply) }
    if update != TimedText() { try container.encode(update, forKey: .update) }
    try put(requirementRules, .requirementRules)
    try put(mode, .mode)
    try put(lead, .lead)
    try put(responsible, .responsible)
    try put(cooperating, .cooperating)
    try put(remarks, .remarks)
    try container.encode(assignments, forKey: .assignments)
    try container.encode(origin, forKey: .origin)
    try container.encode(confidence, forKey: .confidence)
    if !doubts.isEmpty {
      let language = encoder.userInfo[.lanmuLanguage] as? Language ?? .chinese
      try container.encode(doubts.map { $0.message.text(in: language) }, forKey: .doubts)
      try container.encode(doubts.map(DoubtRecord.init), forKey: .doubtDetails)
    }
  }
}

/// A text with the rules read from it; `rules` is there even if empty.
extension TimedText: Codable {
  private enum Key: String, CodingKey { case text, rules }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      text: try container.decodeIfPresent(String.self, forKey: .text) ?? "",
      rules: try container.decodeIfPresent([TimeRule].self, forKey: .rules) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(text, forKey: .text)
    try container.encode(rules, forKey: .rules)
  }
}

/// A doubt as it is written: both languages, so that nothing is lost.
private struct DoubtRecord: Codable {
  var field: String?
  var code: String
  var zh: String
  var en: String
  var probability: Double
  /// Left out where it is empty.
  var rival: [String]?

  init(_ doubt: Doubt) {
    field = doubt.field?.rawValue
    code = doubt.code
    zh = doubt.message.chinese
    en = doubt.message.english
    probability = doubt.probability
    rival = doubt.rival.isEmpty ? nil : doubt.rival
  }

  var doubt: Doubt {
    Doubt(
      field: field.flatMap(FieldMeaning.init(rawValue:)), code: code, message: Message(zh: zh, en: en),
      probability: probability, rival: rival ?? [])
  }
}

extension CodingUserInfoKey {
  /// The `Language` in which sentences for people are written.
  package static var lanmuLanguage: CodingUserInfoKey {
    unsafe CodingUserInfoKey(rawValue: "lanmu.language").unsafelyUnwrapped
  }
}
