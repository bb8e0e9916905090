public import LanmuPlan

extension Assignment.Role {
  /// The role as papers name it.
  public var chineseName: String {
    switch self {
    case .lead: "牵头"
    case .responsible: "责任"
    case .coordinating: "协调组织"
    case .cooperating: "配合"
    case .technical: "技术配合"
    }
  }

  /// From 0 for the role that binds most.
  package var rank: Int {
    switch self {
    case .lead: 0
    case .responsible: 1
    case .coordinating: 2
    case .cooperating: 3
    case .technical: 4
    }
  }
}
