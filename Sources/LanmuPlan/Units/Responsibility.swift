/// A duty as the text names it: before it is known which names mean one body.
package struct Duty: Hashable, Sendable {
  package var name: String
  package var role: Assignment.Role
  package var scope: String
  /// The document's own words for the role; empty where none stand.
  package var duty: String
  /// An office within the unit that brackets name as the contact.
  package var office: String
  /// Further names of the same body that the text gives in brackets.
  package var otherNames: [String]
  /// The name with the place that a list names once (县教育局、民政局 → 县民政局); empty where nothing was left out.
  package var fullName = ""

  package init(
    name: String, role: Assignment.Role, scope: String = "", duty: String = "", office: String = "",
    otherNames: [String] = []
  ) {
    self.name = name
    self.role = role
    self.scope = scope
    self.duty = duty
    self.office = office
    self.otherNames = otherNames
  }
}

/// What the grammar of responsibility made of a text.
package struct ResponsibilityReading: Hashable, Sendable {
  package var duties: [Duty]
  /// Lists that end in 等部门 and the like: more bodies are meant than are named.
  package var openLists: [String]
  /// Items that are no names and no role words.
  package var unread: [String]

  package init(duties: [Duty] = [], openLists: [String] = [], unread: [String] = []) {
    self.duties = duties
    self.openLists = openLists
    self.unread = unread
  }
}
