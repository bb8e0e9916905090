internal import LanmuContainer
internal import LanmuWorkbook

/// Where the pages of a filled sheet end when it is printed, reckoned from its page set-up and the heights of its rows.
struct TemplatePages {
  /// The points of rows that a page holds; `nil` where the sheet is fitted to a number of pages.
  private let capacity: Double?
  /// The points that repeated rows take on every page but the first.
  private let titleHeight: Double

  /// - Parameters:
  ///   - widths: the sheet's columns in digits, hidden ones 0.
  ///   - titleHeight: the points of the rows that repeat on every page.
  init(_ root: RawMarkup.Element, widths: [Double], titleHeight: Double) {
    self.titleHeight = titleHeight
    let setup = root.first("pageSetup")
    func number(_ element: RawMarkup.Element?, _ name: String, _ standard: Double) -> Double {
      element?[name].flatMap { Double($0) } ?? standard
    }
    let isFitted = ["1", "true"].contains(root.first("sheetPr")?.first("pageSetUpPr")?["fitToPage"] ?? "")
    guard !isFitted || number(setup, "fitToHeight", 1) == 0 else {
      capacity = nil
      return
    }
    let margins = root.first("pageMargins")
    let paper = Pagination.size(
      ofPaper: setup?["paperSize"].flatMap { Int($0) } ?? 9, isLandscape: setup?["orientation"] == "landscape")
    let printableWidth = paper.width - (number(margins, "left", 0.7) + number(margins, "right", 0.7)) * 72
    let width = TextFitting.points(ofColumnWidths: widths)
    let scale = isFitted ? min(1, printableWidth / max(width, 1)) : number(setup, "scale", 100) / 100
    let height = paper.height - (number(margins, "top", 0.75) + number(margins, "bottom", 0.75)) * 72
    capacity = Pagination.capacity(ofHeight: height, scale: scale)
  }

  /// The rows, from 1, with which pages begin by themselves.
  ///
  /// - Parameter breaks: the rows before which the sheet breaks anyhow.
  func starts(heights: [Double], breaks: Set<Int>) -> Set<Int> {
    guard let capacity, capacity > titleHeight else { return [] }
    var starts: Set<Int> = []
    var used = 0.0
    for (index, height) in heights.enumerated() {
      if breaks.contains(index + 1) {
        used = titleHeight
      } else if used + height > capacity, used > titleHeight {
        starts.insert(index + 1)
        used = titleHeight
      }
      used += height
    }
    return starts
  }
}
