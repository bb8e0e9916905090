/// The samples that are built into the command, each the bytes of a file in this folder.
public enum BuiltInSamples {
  /// The invented county's plan, and its second version.
  public static var plan: [UInt8] { PackageResources.plan_docx }
  public static var revisedPlan: [UInt8] { PackageResources.plan_revised_docx }
  /// What its publishing system, mailbox, link checker and probe exported on 30 November 2026.
  public static var records: [UInt8] { PackageResources.records_2026_11_xlsx }
  public static var letters: [UInt8] { PackageResources.letters_2026_11_csv }
  public static var links: [UInt8] { PackageResources.links_2026_11_csv }
  public static var probes: [UInt8] { PackageResources.probes_2026_11_csv }
}
