public import LanmuContainer
public import LanmuDiagnostics
public import LanmuPlan
public import LanmuReaders
public import LanmuRecognition

/// Reads a plan from a document of any supported format, or from its own normalized JSON.
///
///     let reading = try PlanReader().read(contentsOf: "plan.docx")
///     for entry in reading.value.entries { … }
///
/// The same bytes always give the same plan. Whatever was guessed on the way stands in the diagnostics and in the entries'
/// doubts; nothing is thrown unless no plan can be made at all.
public struct PlanReader: Sendable {
  /// How much a document may ask for before it is refused.
  public var limits: ResourceLimits
  /// The encoding of text and HTML; found out where `nil`.
  public var encoding: TextEncoding?
  /// What is known about the layout of the document's tables.
  public var profile: RecognitionProfile?
  /// Units with their names and groups, beside the built-in ones.
  public var directory: UnitDirectory?

  public init(
    limits: ResourceLimits = .standard, encoding: TextEncoding? = nil, profile: RecognitionProfile? = nil,
    directory: UnitDirectory? = nil
  ) {
    self.limits = limits
    self.encoding = encoding
    self.profile = profile
    self.directory = directory
  }

  /// Reads the plan in a file.
  public func read(contentsOf path: String) throws(LanmuError) -> Outcome<Plan> { try read(.file(path: path)) }

  /// Reads the plan in a file or in memory; `format` overrides what its content says.
  ///
  /// - Throws: `LanmuError` that names the source, its place where known, and the remedy.
  public func read(_ source: ByteSource, format: SourceFormat? = nil) throws(LanmuError) -> Outcome<Plan> {
    let name = source.displayName
    do {
      // One reading, so that the digest and the plan are of the same bytes even if the file changes meanwhile.
      let bytes = try source.bytes(limit: limits.textBytes)
      let documents = DocumentReader(limits: planLimits, encoding: encoding, labels: .ofPlans(profile))
      let memory = ByteSource.memory(bytes, name: name)
      let known = if let format { format } else { try documents.format(of: memory) }
      if known == .json { return told(try PlanJSON.decode(bytes), of: name) }
      let document = try documents.read(memory, format: known)
      let recognised = try recognise(document)
      let plan = PlanAssembler(directory: directory).assemble(
        recognised.value,
        source: PlanSource(file: name, format: document.value.format, sha256: SHA256Digest(of: bytes).description))
      return told(
        Outcome(plan.value, diagnostics: document.diagnostics + recognised.diagnostics + plan.diagnostics), of: name)
    } catch {
      throw error.inFile(name)
    }
  }

  /// The profile of a document's tables: what recognition has arrived at, to be edited and given to later readings.
  ///
  /// - Throws: as `read`; `profile.normalized` for a plan in JSON, which has no layout left.
  public func profile(of source: ByteSource, format: SourceFormat? = nil) throws(LanmuError) -> RecognitionProfile {
    let name = source.displayName
    do throws(LanmuError) {
      let memory = ByteSource.memory(try source.bytes(limit: limits.textBytes), name: name)
      let documents = DocumentReader(limits: planLimits, encoding: encoding, labels: .ofPlans(profile))
      let known = if let format { format } else { try documents.format(of: memory) }
      if known == .json { throw Self.normalized }
      let document = try documents.read(memory, format: known)
      return RecognitionProfile(of: try recognise(document).value)
    } catch {
      throw error.inFile(name)
    }
  }

  private func recognise(_ document: Outcome<TableDocument>) throws(LanmuError) -> Outcome<RecognisedDocument> {
    do throws(LanmuError) {
      return try PlanRecogniser(profile: profile).recognise(document.value)
    } catch {
      // What was lost in reading is why no plan is left.
      guard let lost = document.diagnostics.first(where: { $0.severity == .error }) else { throw error }
      throw LanmuError(
        .init(lost.code), .data, message: lost.message,
        remedy: Message(
          zh: "请改用原来的.docx、.xlsx文件，或分成几个文件", en: "Give the document that it was made from, or part it into several"),
        position: lost.position)
    }
  }

  private static let normalized = LanmuError(
    .init("profile.normalized"), .data,
    message: Message(zh: "规范化的JSON没有表格布局", en: "a normalized plan has no layout of tables left"),
    remedy: Message(zh: "请对原来的文件写出布局约定", en: "Write the profile from the document it was made from"))

  /// What no plan needs is refused before it is held: a table of a million rows costs no more than its text.
  private var planLimits: ResourceLimits {
    var tight = limits
    tight.cells = min(limits.cells, PlanRecogniser.greatestCellCount)
    return tight
  }

  private func told(_ outcome: Outcome<Plan>, of name: String) -> Outcome<Plan> {
    var copy = outcome
    for index in copy.diagnostics.indices where copy.diagnostics[index].position.file == nil {
      copy.diagnostics[index].position.file = name
    }
    return copy
  }
}
