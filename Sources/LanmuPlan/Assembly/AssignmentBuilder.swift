import LanmuDiagnostics
import LanmuRecognition

/// Reads the duties of a plan's entries and puts the names of its units together.
///
/// First all texts are read, since a name can only be judged beside the others; then names become units, and duties
/// assignments.
struct AssignmentBuilder {
  private let directory: UnitDirectory
  private let parser: ResponsibilityParser
  private var readings: [TextKey: ResponsibilityReading] = [:]

  private struct TextKey: Hashable {
    var text: ExactText
    var role: Assignment.Role
  }

  /// `plan` has its entries with their texts; `directory` is what is known beside the document.
  init(plan: Plan, directory: UnitDirectory) {
    self.directory = directory
    var names: Set<String> = []
    for entry in plan.entries where plan.tables[entry.table].kind == .units {
      for name in entry.responsible.split(whereSeparator: { "、，,；;\n".contains($0) }) {
        names.insert(String(name).foldedKey)
      }
    }
    parser = ResponsibilityParser(directory: directory, documentNames: names)
  }

  mutating func fill(_ plan: inout Plan, diagnostics: inout [Diagnostic]) {
    for index in plan.entries.indices { settleSpaces(in: &plan.entries[index]) }
    let roles = plan.tables.map(FieldRoles.init)
    let fields = plan.entries.map { read($0, in: roles[$0.table]) }
    let labels = labelDuties(in: plan)
    let own = fields.joined().flatMap(\.duties) + labels.keys.sorted().flatMap { labels[$0] ?? [] }
    let found = dutiesInTexts(of: plan, beside: own)
    let others = found.sorted { $0.key.text < $1.key.text }.flatMap(\.value)
    let register = UnitRegister(
      mentions: mentions(of: own + others), directory: directory,
      documentPlaces: DocumentPlaces.places(in: [plan.title, plan.issuer]),
      lists: readings.values.map { $0.duties.map(\.name) })
    for index in plan.entries.indices {
      let kind = plan.tables[plan.entries[index].table].kind
      var assignments: [Assignment] = []
      for reading in fields[index] {
        for duty in reading.duties { append(duty, register: register, from: nil, to: &assignments) }
        report(reading, of: plan.entries[index], diagnostics: &diagnostics)
      }
      let hasLead = assignments.contains { $0.role == .lead }
      for label in plan.entries[index].path where !hasLead && !labels.isEmpty {
        for duty in labels[label] ?? [] { append(duty, register: register, from: .label, to: &assignments) }
      }
      if kind != .units, !found.isEmpty {
        for (text, origin) in AssignmentBuilder.texts(of: plan.entries[index]) {
          for duty in found[ExactText(text)] ?? [] { append(duty, register: register, from: origin, to: &assignments) }
        }
      }
      plan.entries[index].assignments = assignments
    }
    plan.units = register.units
    let firstUses = UnitUses(plan.entries)
    reportUncertainNames(of: plan, firstUses, diagnostics: &diagnostics)
    reportSecondNames(of: register, firstUses, diagnostics: &diagnostics)
    GroupCloser(directory: directory).close(&plan)
  }

  /// Names that nothing confirms: they end as no body does, and no directory has them.
  private func reportUncertainNames(of plan: Plan, _ firstUses: UnitUses, diagnostics: inout [Diagnostic]) {
    for unit in plan.units where unit.kind == .unknown {
      diagnostics.append(
        Diagnostic(
          .warning, code: "unit.uncertain",
          message: Message(
            zh: "“\(unit.name)”不像常见的单位名称，暂按单位处理，请人工核对",
            en: "“\(unit.name)” does not look like a unit and was taken as one; check it by hand"),
          position: firstUses.position(of: unit.name)))
    }
  }

  /// 县自然资源局（县林业局） beside 县林业局: kept as two units, since no merge is made on a guess.
  private func reportSecondNames(of register: UnitRegister, _ firstUses: UnitUses, diagnostics: inout [Diagnostic]) {
    for (unit, other) in register.secondNames {
      diagnostics.append(
        Diagnostic(
          .note, code: "unit.second-name",
          message: Message(
            zh: "“\(unit)”的括号中写有“\(other)”，而“\(other)”在文中另作一个单位，两者未合并；若为同一单位，请在单位名录（--units）中注明",
            en:
              "brackets behind “\(unit)” hold “\(other)”, which is a unit of its own elsewhere; they were kept apart: if they are one, say so in a directory (--units)"
          ),
          position: firstUses.position(of: register.name(for: unit))))
    }
  }

  // MARK: Reading

  /// Leaves white space in the texts of units only where it parts two names.
  private func settleSpaces(in entry: inout PlanEntry) {
    let spacing = UnitSpacing(isKnown: parser.isKnown)
    entry.lead = spacing.marked(entry.lead)
    entry.responsible = spacing.marked(entry.responsible)
    entry.cooperating = spacing.marked(entry.cooperating)
  }

  private mutating func read(_ entry: PlanEntry, in roles: FieldRoles) -> [ResponsibilityReading] {
    [(entry.lead, roles.lead), (entry.responsible, roles.responsible), (entry.cooperating, roles.cooperating)]
      .filter { !$0.0.isEmpty }
      .map { read($0.0, role: $0.1) }
  }

  private mutating func read(_ text: String, role: Assignment.Role) -> ResponsibilityReading {
    let key = TextKey(text: ExactText(text), role: role)
    if let known = readings[key] { return known }
    let reading = parser.parse(text, role: role)
    readings[key] = reading
    return reading
  }

  /// The texts beside the unit fields in which duties may be named.
  private static func texts(of entry: PlanEntry) -> [(text: String, origin: Assignment.Origin)] {
    [(entry.requirement, .requirement), (entry.target, .target), (entry.remarks, .remarks)]
  }

  /// The duties that requirements, targets and remarks name, by text; texts that name none are left out.
  private func dutiesInTexts(of plan: Plan, beside own: [Duty]) -> [ExactText: [Duty]] {
    let scanner = DutyScanner(parser: parser, duties: own)
    var seen: Set<ExactText> = []
    var result: [ExactText: [Duty]] = [:]
    for entry in plan.entries where plan.tables[entry.table].kind != .units {
      for (text, _) in AssignmentBuilder.texts(of: entry)
      where text.prefix(4).count == 4 && seen.insert(ExactText(text)).inserted {
        let duties = scanner.duties(in: text)
        if !duties.isEmpty { result[ExactText(text)] = duties }
      }
    }
    return result
  }

  /// Who leads, answers or helps according to the brackets of a label: 便民服务（市行政审批局牵头）.
  private func labelDuties(in plan: Plan) -> [String: [Duty]] {
    var result: [String: [Duty]] = [:]
    var seen: Set<ExactText> = []
    for label in plan.entries.lazy.flatMap(\.path) where seen.insert(ExactText(label)).inserted {
      guard label.unicodeScalars.contains(where: { FoldedText.fold($0) == ")" }) else { continue }
      let text = FoldedText(label)
      guard let open = text.scalars.lastIndex(of: "("), let close = text.scalars.lastIndex(of: ")"), open < close else {
        continue
      }
      let reading = parser.parse(text.original(open + 1..<close))
      let duties = reading.duties.filter { !$0.duty.isEmpty && parser.looksLikeUnit($0.name) }
      if reading.unread.isEmpty, duties.count == reading.duties.count, !duties.isEmpty { result[label] = duties }
    }
    return result
  }

  private func mentions(of duties: [Duty]) -> [UnitRegister.Mention] {
    var places: [ExactText: Int] = [:]
    var result: [UnitRegister.Mention] = []
    for duty in duties {
      let key = ExactText(duty.name.foldedKey)
      if let place = places[key] {
        result[place].count += 1
        for other in duty.otherNames where !result[place].otherNames.contains(other) {
          result[place].otherNames.append(other)
        }
        if result[place].fullName.isEmpty { result[place].fullName = duty.fullName }
      } else {
        places[key] = result.count
        result.append(
          UnitRegister.Mention(name: duty.name, count: 1, otherNames: duty.otherNames, fullName: duty.fullName))
      }
    }
    return result
  }

  // MARK: Writing

  private func append(
    _ duty: Duty, register: UnitRegister, from origin: Assignment.Origin?, to assignments: inout [Assignment]
  ) {
    let assignment = Assignment(
      unit: register.name(for: duty.name), role: duty.role, scope: duty.scope, duty: duty.duty, office: duty.office,
      from: origin)
    if !assignments.contains(assignment) { assignments.append(assignment) }
  }

  private func report(_ reading: ResponsibilityReading, of entry: PlanEntry, diagnostics: inout [Diagnostic]) {
    let position = SourcePosition(line: entry.origin.line, table: entry.origin.table, row: entry.origin.row)
    for words in reading.unread {
      diagnostics.append(
        Diagnostic(
          .warning, code: "unit.unread",
          message: Message(
            zh: "“\(words)”不像单位名称，未列为责任单位，请人工核对",
            en: "“\(words)” does not look like a unit and was not taken as one; check it by hand"),
          position: position))
    }
    for words in reading.openLists {
      diagnostics.append(
        Diagnostic(
          .note, code: "unit.open-list",
          message: Message(
            zh: "“\(words)”以“等”概括，未列明的单位待确认",
            en: "“\(words)” means more units than it names; the others are to be confirmed"),
          position: position))
    }
  }
}
