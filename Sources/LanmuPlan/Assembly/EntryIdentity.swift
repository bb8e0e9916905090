import LanmuRecognition

/// Stable ids for entries: a hash over what an entry is about, whatever its format, spacing, width and place.
///
/// An entry is about its table's kind and its path (in a units table, its unit). Entries that agree in that are told apart by
/// their texts, and by their order where these agree as well.
struct EntryIdentity {
  /// Gives each entry its id; one that it was written with stays, unless an earlier entry has it.
  static func assign(to entries: inout [PlanEntry], tables: [PlanTable]) {
    let subjects = entries.map { ExactText(subject(of: $0, in: tables)) }
    var counts: [ExactText: Int] = [:]
    for subject in subjects { counts[subject, default: 0] += 1 }
    var used: Set<ExactText> = []
    for index in entries.indices
    where !entries[index].id.isEmpty && !used.insert(ExactText(entries[index].id)).inserted {
      entries[index].id = ""
    }
    var copies: [String: Int] = [:]
    for index in entries.indices where entries[index].id.isEmpty {
      let subject = subjects[index]
      let isAlone = counts[subject] == 1
      let key = isAlone ? subject.text : subject.text + "\u{1E}" + texts(of: entries[index])
      let base = hexadecimal(hash(key))
      var id = base
      while !used.insert(ExactText(id)).inserted {
        let copy = copies[base, default: 1] + 1
        copies[base] = copy
        id = base + "-\(copy)"
      }
      entries[index].id = id
    }
  }

  private static func subject(of entry: PlanEntry, in tables: [PlanTable]) -> String {
    let kind = tables.indices.contains(entry.table) ? tables[entry.table].kind.rawValue : ""
    let labels = entry.path.isEmpty ? [entry.responsible, entry.lead] : entry.path
    return labels.reduce(into: kind) { subject, label in subject += "\u{1F}" + label.foldedKey }
  }

  private static func texts(of entry: PlanEntry) -> String {
    [entry.requirement, entry.target, entry.responsible, entry.lead, entry.update.text, entry.supply.text]
      .map(\.foldedKey).joined(separator: "\u{1F}")
  }

  /// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
