extension Plan {
  /// Why the aliases of each unit are names of that unit, in the order of the units.
  public func unitExplanations(directory: UnitDirectory = .builtIn) -> [UnitExplanation] {
    let places = DocumentPlaces.places(in: [title, issuer])
    let directory = directory.valid(on: dateOfNames)
    return units.flatMap { unit in
      unit.aliases.map { explain($0, as: unit.name, places: places, directory: directory) }
    }
  }

  private func explain(
    _ alias: String, as name: String, places: [String], directory: UnitDirectory
  ) -> UnitExplanation {
    let one = UnitName.core(alias, places: places)
    let two = UnitName.core(name, places: places)
    let isSameGroup = UnitWords.isGroup(alias.foldedKey) && one.filter { $0 != "各" } == two.filter { $0 != "各" }
    // 党史办 in a list of the party's offices is 委党史办.
    let isParty = one == "委" + two || two == "委" + one
    if one == two || isSameGroup || isParty { return UnitExplanation(unit: name, alias: alias, reason: .sameName) }
    if alias.foldedKey.contains("(") || name.foldedKey.contains("(" + alias.foldedKey + ")") {
      return UnitExplanation(unit: name, alias: alias, reason: .brackets)
    }
    if let body = directory.body(named: one), body.name == directory.body(named: two)?.name {
      let isRenamed = body.formerNames.contains { [one, two].contains(UnitName.core($0, places: places)) }
      return UnitExplanation(
        unit: name, alias: alias, reason: .directory, evidence: body.name, since: isRenamed ? body.since : "")
    }
    let isShort = UnitAbbreviations.shortens(one, two) || UnitAbbreviations.shortens(two, one)
    return UnitExplanation(unit: name, alias: alias, reason: isShort ? .abbreviation : .brackets)
  }
}
