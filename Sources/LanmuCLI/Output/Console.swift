import Lanmu
import LanmuDiagnostics

/// Standard error as people read it: diagnostics, summaries and errors, in the user's language.
struct Console: Sendable {
  let language: Language
  let verbose: Bool
  let quiet: Bool
  let usesColour: Bool
  /// Whether a line that is written can be written over.
  private let overwrites: Bool

  /// How many warnings are listed before the rest is only counted.
  static let listedWarnings = 20

  init(_ options: GeneralOptions) {
    language = options.language
    verbose = options.verbose
    quiet = options.quiet
    overwrites =
      DescriptorWriter.isTerminal(DescriptorWriter.standardError) && environmentValue("TERM") != "dumb"
    usesColour = overwrites && (environmentValue("NO_COLOR") ?? "").isEmpty
  }

  /// Says something that is neither result nor diagnostic: a summary.
  func say(_ message: Message) {
    if !quiet { StandardStreams.say(message.text(in: language)) }
  }

  /// Tells on a terminal how far the work is: one line, written over by the next call, and wiped by `nil`.
  func progress(_ message: Message?) {
    guard overwrites, !quiet else { return }
    StandardStreams.say("\r" + (message?.text(in: language) ?? "") + "\u{1B}[K", endsLine: false)
  }

  func report(_ error: LanmuError) {
    StandardStreams.say(DiagnosticText(language: language, usesColour: usesColour).line(of: error))
  }

  /// Lists diagnostics; those that name no file are told of `file`.
  ///
  /// Notes are listed only with `--verbose`, and warnings beyond a screenful are counted.
  func report(_ diagnostics: [Diagnostic], of file: String) {
    var listed: [Diagnostic] = []
    var unlistedWarnings = 0
    var unlistedNotes = 0
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: listed.append(diagnostic)
      case .warning:
        if verbose || (!quiet && listed.count < Self.listedWarnings) {
          listed.append(diagnostic)
        } else {
          unlistedWarnings += 1
        }
      case .note: if verbose { listed.append(diagnostic) } else { unlistedNotes += 1 }
      }
    }
    let text = DiagnosticText(language: language, usesColour: usesColour)
    for line in text.lines(of: listed, file: file) { StandardStreams.say(line) }
    guard !quiet, unlistedWarnings + unlistedNotes > 0 else { return }
    say(
      Message(
        zh: "\(file)：另有 \(unlistedWarnings) 条警告、\(unlistedNotes) 条提示，用 --verbose 列出",
        en: "\(file): \(unlistedWarnings) more warnings and \(unlistedNotes) notes; list them with --verbose"))
  }
}
