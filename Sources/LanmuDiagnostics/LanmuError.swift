/// Why a request could not be carried out: one message that names the place and what to do about it.
///
/// Two errors are equal if their codes are, so that tests hold on to the code and not to the wording.
public struct LanmuError: Error, Sendable, Equatable {
  /// The stable name of an error, lower-case and dotted; the set may grow.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }

  /// The kind of failure; its raw value is the process's exit code (sysexits.h).
  public enum Category: Int32, Sendable, Hashable {
    /// `EX_USAGE`: the command's words are off.
    case usage = 64
    /// `EX_DATAERR`: the input is not what it should be.
    case data = 65
    /// `EX_NOINPUT`: there is no such input.
    case noInput = 66
    /// `EX_SOFTWARE`: a defect of ours.
    case software = 70
    /// `EX_CANTCREAT`: the output cannot be created.
    case cannotCreate = 73
    /// `EX_IOERR`: reading or writing failed midway.
    case inputOutput = 74
  }

  public let code: Code
  public let category: Category
  /// What is wrong.
  public let message: Message
  /// What to do about it.
  public let remedy: Message
  public var position: SourcePosition

  public init(
    _ code: Code, _ category: Category, message: Message, remedy: Message, position: SourcePosition = SourcePosition()
  ) {
    self.code = code
    self.category = category
    self.message = message
    self.remedy = remedy
    self.position = position
  }

  /// Position, message and remedy as one line of text.
  public func text(in language: Language) -> String {
    let place = position.text(in: language)
    let sentence = Self.capitalised(message.text(in: language))
    let advice = Self.capitalised(remedy.text(in: language))
    switch language {
    case .chinese: return (place.isEmpty ? "" : place + "：") + sentence + "。" + advice + "。"
    case .english: return (place.isEmpty ? "" : place + ": ") + sentence + ". " + advice + "."
    }
  }

  /// Sentences start with a capital, however their authors wrote them; Chinese has none.
  private static func capitalised(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// The same error, told of a file: readers below do not know the name of what they read.
  public func inFile(_ file: String) -> LanmuError {
    var copy = self
    if copy.position.file == nil { copy.position.file = file }
    return copy
  }

  public static func == (left: LanmuError, right: LanmuError) -> Bool { left.code == right.code }
}
