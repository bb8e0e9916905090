/// The workbook templates that are built into the command; `README.md` beside this file says how they are made.
///
/// Each is the file of the same name in this folder, byte by byte.
public enum BuiltInTemplates {
  /// A unit's task sheet.
  public static var tasks: [UInt8] { PackageResources.tasks_xlsx }
  /// The monthly census.
  public static var census: [UInt8] { PackageResources.census_xlsx }
  /// What changed from one version of a plan to the next.
  public static var diff: [UInt8] { PackageResources.diff_xlsx }
}
