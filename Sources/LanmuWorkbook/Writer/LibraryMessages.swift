internal import CLibXLSXWriter

/// What the C library prints on its own account.
package enum LibraryMessages {
  private static let silenced: Void = lanmu_silence_messages()

  /// Keeps the library from printing: it returns each error as well, and a command prints an error once, in its own words.
  ///
  /// The standard error stream of C leads nowhere from then on, for the whole process; its descriptor stays. Only for processes
  /// whose messages do not go through that stream.
  package static func silence() { silenced }
}
