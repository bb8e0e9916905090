/// Which fields name units, and in which role.
extension ColumnResolver {
  /// Where no label names units, the first field that holds nothing else does, whatever its label says.
  func settleMissingUnits(_ header: TableHeader, content: [ColumnContent], meanings: inout [FieldMeaning]) {
    guard !meanings.contains(where: { [.lead, .responsible, .cooperating].contains($0) }) else { return }
    let units = meanings.indices.first { index in
      meanings[index] == .other && header.fields[index].strength < 1 && content.indices.contains(index)
        && content[index].count > 1 && content[index].units > 0.8
    }
    if let units { meanings[units] = .responsible }
  }

  /// Several fields may name the units of one role (文字, 图片, 视频): all count whose label says so; others say something else.
  func settlePeople(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    settleLead(header, meanings: &meanings)
    for meaning in [FieldMeaning.lead, .responsible, .cooperating] {
      let places = meanings.indices.filter { meanings[$0] == meaning }
      guard places.count > 1 else { continue }
      let most = places.reduce(0) { max($0, header.fields[$1].strength) }
      for place in places
      where header.fields[place].strength < Self.unitStrength && header.fields[place].strength < most {
        meanings[place] = meaning == .responsible && !meanings.contains(.cooperating) ? .cooperating : .other
      }
    }
    guard !meanings.contains(.responsible) else { return }
    if meanings.contains(.cooperating) {
      // The role of the units in it is read from the field's label. Of several such fields, those that help by technical means
      // have a role of their own.
      let helping = meanings.indices.filter { meanings[$0] == .cooperating }
      let technical = helping.filter { HeaderPhrase.namesTechnicians(header.fields[$0].label) }
      let isDivided = !technical.isEmpty && technical.count < helping.count
      for place in helping where !isDivided || !technical.contains(place) { meanings[place] = .responsible }
    } else if !zip(header.fields, meanings).contains(where: { $1 == .lead && HeaderPhrase.namesLeader($0.label) }) {
      // 主责单位 and 归口部门 are told from others; where there are none, they are simply responsible.
      for place in meanings.indices where meanings[place] == .lead { meanings[place] = .responsible }
    }
  }

  /// Who leads is said in comparison: 归口部门 leads those who are responsible, and is responsible where nobody else is;
  /// 承办单位 leads a field of units behind it that are just responsible.
  private func settleLead(_ header: TableHeader, meanings: inout [FieldMeaning]) {
    let ranks = header.fields.map { HeaderPhrase.leadership(of: $0.label) }
    let leads = meanings.indices.filter { meanings[$0] == .lead }
    let others = meanings.indices.filter { meanings[$0] == .responsible }
    if let highest = leads.map({ ranks[$0] }).max(), others.isEmpty {
      let isCertain = highest == .leads || leads.contains { header.fields[$0].strength == 1 }
      for place in leads
      where ranks[place] < highest || leads.count == 1 && !isCertain && meanings.contains(.cooperating) {
        meanings[place] = .responsible
      }
    } else if leads.isEmpty, others.count == 2, ranks[others[0]] == .carriesOut, ranks[others[1]] == .none {
      meanings[others[0]] = .lead
    }
  }

  /// From this strength on a label is certain to name units; a group's word for them counts as well.
  private static let unitStrength = 0.55
}
