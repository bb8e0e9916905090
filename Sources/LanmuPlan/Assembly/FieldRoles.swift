import LanmuRecognition

/// The plain roles of the units in a table's unit fields: what the fields' own labels say, where all labels of a field agree.
///
/// 配合 beside 牵头 cooperates even where no other unit is responsible; 技术支持单位 supports by technical means, 统筹单位 coordinates.
struct FieldRoles {
  let lead: Assignment.Role
  let responsible: Assignment.Role
  let cooperating: Assignment.Role

  init(_ table: PlanTable) {
    func role(of field: FieldMeaning, otherwise usual: Assignment.Role, or other: Assignment.Role) -> Assignment.Role {
      let labels = zip(table.header, table.fields).filter { $1 == field }.map(\.0)
      guard table.kind != .units, !labels.isEmpty,
        labels.allSatisfy({ RoleWords.role(ofLabel: $0) == other })
      else { return usual }
      return other
    }
    lead = role(of: .lead, otherwise: .lead, or: .coordinating)
    responsible = role(of: .responsible, otherwise: .responsible, or: .cooperating)
    cooperating = role(of: .cooperating, otherwise: .cooperating, or: .technical)
  }
}
