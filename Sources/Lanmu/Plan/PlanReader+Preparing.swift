import LanmuContainer

extension PlanReader {
  /// Builds what every reading needs and no document changes: the vocabularies, the grammar of time, the directory of units.
  ///
  /// The first plan that is read builds them anyway. A program that has something else to do first, such as parsing its
  /// arguments, may call this on another thread meanwhile; it reads a plan of two rows, and takes a few milliseconds.
  public static func prepare() { _ = try? PlanReader().read(.memory(Array(sample.utf8), name: "sample.tsv")) }

  private static let sample = """
    某县政府门户网站内容保障方案

    一级栏目\t二级栏目\t内容要求\t更新时效\t责任单位
    政务公开\t政策文件\t发布本县的政策文件及其解读，每年至少10件。\t信息形成之日起20个工作日内\t县政府办牵头，各部门配合
    \t工作动态\t发布工作动态（县教育局负责）；及时更新。\t每周更新\t县教育局、县财政局

    """
}
