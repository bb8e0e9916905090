extension SuccessionRegistry {
  /// The reforms of 2018–19 and 2023 (and those between) as they reached cities, counties and districts.
  ///
  /// They stand in the data file `successions.csv`, each with its evidence; `general` marks what rests on general knowledge.
  /// The month is that in which the national plan was made public, or in which the new body began; places followed within
  /// about a year, so a name may be met somewhat later. Local plans differ: each record suggests and proves nothing.
  public static let builtIn = SuccessionRegistry(
    records: DataTable(PackageResources.successions_csv).records.compactMap(UnitSuccession.init(record:)))
}

extension UnitSuccession {
  /// 原单位, 后继单位, 变化, 起始年月, 后继为新设, 依据类别, 依据; `nil` where a field is missing or says something else.
  fileprivate init?(record: [String]) {
    guard record.count == 7, let kind = UnitSuccession.kinds[record[2]], let basis = UnitSuccession.bases[record[5]]
    else {
      return nil
    }
    self.init(
      predecessors: DataTable.names(in: record[0]), successors: DataTable.names(in: record[1]), kind: kind,
      makesSuccessor: record[4] == "是", since: record[3], evidence: record[6], basis: basis)
  }

  private static let kinds: [String: Kind] = ["更名": .rename, "合并": .merge, "拆分": .split, "职责划转": .movedDuty]
  private static let bases: [String: Basis] = ["published": .published, "general": .generalKnowledge]
}
