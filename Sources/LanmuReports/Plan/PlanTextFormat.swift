package import LanmuPlan

/// The text formats that a plan can be written in, beside JSON.
package enum PlanTextFormat: String, Sendable, Hashable, CaseIterable {
  case csv
  case tsv
  case markdown = "md"
  case html

  /// The plan as text that ends in a line break.
  package func text(of plan: Plan) -> String {
    switch self {
    case .csv: DelimitedPlan(delimiter: ",").text(of: plan)
    case .tsv: DelimitedPlan(delimiter: "\t").text(of: plan)
    case .markdown: MarkdownPlan().text(of: plan)
    case .html: HTMLPlan().text(of: plan)
    }
  }
}
