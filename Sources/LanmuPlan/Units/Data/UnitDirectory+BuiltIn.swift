extension UnitDirectory {
  /// The usual bodies of cities, counties and districts with their short and full names, place and level left out.
  ///
  /// They stand in the data file `units.csv`, a body a line, under the header of a user's own directory. Names before and
  /// after the reforms have lines of their own: what became of a body is the succession registry's to say.
  public static let builtIn = UnitDirectory(
    bodies: DataTable(PackageResources.units_csv).records.compactMap { record in
      guard let name = record.first, !name.isEmpty else { return nil }
      return Body(name: name, aliases: record.count > 1 ? DataTable.names(in: record[1]) : [])
    })
}
