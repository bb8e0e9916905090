/// What a template is for, and with that the names that it may use.
package enum TemplateKind: String, Sendable, CaseIterable {
  case tasks
  case census
  case diff

  package var aliases: [String: String] {
    switch self {
    case .tasks: TaskTemplateData.aliases
    case .census: CensusTemplateData.aliases
    case .diff: ChangeTemplateData.aliases
    }
  }

  /// Names of which a template needs one, so that what was filled in can be read back.
  package var identifiers: [String] {
    switch self {
    case .tasks: ["条目", "任务编号", "栏目路径", "路径"]
    case .census, .diff: []
    }
  }
}
