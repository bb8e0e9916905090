import FoundationEssentials
package import LanmuDiagnostics

/// Values as JSON text with sorted keys, and back, with our errors.
package enum JSONText {
  /// UTF-8 text that ends in a line break; equal values give equal bytes.
  package static func encode(
    _ value: some Encodable, language: Language = .chinese
  ) throws(LanmuError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.lanmuLanguage] = language
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw LanmuError(
        LanmuError.Code("json.encode"), .software,
        message: Message(zh: "结果无法写成JSON", en: "The result cannot be written as JSON"),
        remedy: Message(zh: "请报告此缺陷", en: "Please report this defect"))
    }
  }

  /// A value of a type from UTF-8 text; `schema` is what the text ought to be, for the remedy.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], code: String, schema: String
  ) throws(LanmuError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw failure(error, code: code, schema: schema)
    } catch {
      throw LanmuError(
        LanmuError.Code(code), .data, message: Message(zh: "不是有效的JSON", en: "This is not valid JSON"),
        remedy: remedy(schema))
    }
  }

  private static func failure(_ error: DecodingError, code: String, schema: String) -> LanmuError {
    let context: DecodingError.Context
    var missing = ""
    switch error {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
    case .keyNotFound(let key, let found):
      context = found
      missing = key.stringValue
    @unknown default:
      context = DecodingError.Context(codingPath: [], debugDescription: "")
    }
    var place = ""
    for key in context.codingPath {
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += (place.isEmpty ? "" : ".") + key.stringValue
      }
    }
    let detail = context.underlyingError.map { "\($0)" } ?? context.debugDescription
    let location = place.isEmpty ? "" : "“\(place)”"
    return LanmuError(
      LanmuError.Code(code), .data,
      message: missing.isEmpty
        ? Message(zh: "JSON内容\(location)有误（\(detail)）", en: "The JSON is off \(location) (\(detail))")
        : Message(zh: "JSON\(location)中缺少“\(missing)”", en: "The JSON lacks “\(missing)” \(location)"),
      remedy: remedy(schema), position: SourcePosition(line: line(in: detail)))
  }

  private static func remedy(_ schema: String) -> Message {
    Message(zh: "请提供格式为\(schema)的文件", en: "Give a file in the format \(schema)")
  }

  /// The number behind the word “line” in a description of a syntax error.
  private static func line(in description: String) -> Int? {
    guard let range = description.firstRange(of: "line ") else { return nil }
    return Int(description[range.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }
}
