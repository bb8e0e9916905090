public import LanmuPlan

/// How two plans are compared.
public struct DifferenceOptions: Sendable {
  /// Up to which weight differences are hidden. Layout never counts.
  public var ignoring: IgnoredNoise
  /// Known reforms of institutions.
  public var successions: SuccessionRegistry
  /// Known units with their names.
  public var directory: UnitDirectory

  public init(
    ignoring: IgnoredNoise = .typography, successions: SuccessionRegistry = .builtIn,
    directory: UnitDirectory = .builtIn
  ) {
    self.ignoring = ignoring
    self.successions = successions
    self.directory = directory
  }
}
