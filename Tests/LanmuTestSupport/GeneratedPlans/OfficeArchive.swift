/// A package of Office Open XML with its content types and relationships.
enum OfficeArchive {
  /// - Parameters:
  ///   - main: the name of the main part, and `type` what follows `application/vnd.openxmlformats-officedocument.` in its type.
  ///   - parts: further parts in the main part's folder, in the order of their relationships `rId1`, `rId2`, …
  static func bytes(
    main: String, type: String, content: String,
    parts: [(relation: String, name: String, type: String, content: String)]
  ) -> [UInt8] {
    let folder = main.split(separator: "/").dropLast().joined(separator: "/") + "/"
    let file = main.split(separator: "/").last.map(String.init) ?? main
    let package = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func override(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/\(name)\" ContentType=\"application/vnd.openxmlformats-officedocument.\(type)+xml\"/>"
    }
    func relations(_ list: [(relation: String, target: String)]) -> String {
      let items = list.enumerated().map { index, item in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(item.relation)\" Target=\"\(item.target)\"/>"
      }
      return "<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
    }
    let types =
      "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + override(main, type)
      + parts.map { override(folder + $0.name, $0.type) }.joined() + "</Types>"
    let files: [(String, String)] =
      [
        ("[Content_Types].xml", types), ("_rels/.rels", relations([("officeDocument", main)])), (main, content),
        (folder + "_rels/\(file).rels", relations(parts.map { ($0.relation, $0.name) })),
      ] + parts.map { (folder + $0.name, $0.content) }
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    return StoredArchive.bytes(of: files.map { ($0.0, Array((declaration + $0.1).utf8)) })
  }
}
