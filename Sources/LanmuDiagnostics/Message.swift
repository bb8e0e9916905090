/// A sentence for people, kept in both languages until somebody reads it.
///
/// Both texts say the same and name the same places and values; neither is empty.
public struct Message: Sendable, Hashable {
  public let chinese: String
  public let english: String

  public init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
