/// The language in which messages for people are written.
///
/// Workbooks always speak Chinese; diagnostics, errors and progress follow this value (`--lang`, else the locale).
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
