internal import CLibXLSXWriter
internal import LanmuDiagnostics

extension SheetWriter {
  /// The library counts the validations of a sheet in one byte.
  private static let maximumValidationCount = 255

  func writeValidations(_ lists: inout DropDownLists) throws(LanmuError) {
    guard sheet.validations.count <= Self.maximumValidationCount else {
      throw WriterFault.invalid(
        Message(zh: "一张表的数据验证超过 255 条", en: "more than 255 validations on a sheet"), sheet: sheet.name)
    }
    for validation in sheet.validations { try write(validation, &lists) }
  }

  private func write(_ validation: Validation, _ lists: inout DropDownLists) throws(LanmuError) {
    let area = validation.area
    guard area.isValid else {
      throw WriterFault.invalid(Message(zh: "数据验证的区域无效", en: "a validation's area is invalid"), sheet: sheet.name)
    }
    var arena = TextArena()
    var options = unsafe lxw_data_validation()
    try unsafe setRule(validation.rule, in: &options, &arena, &lists)
    let strictness =
      switch validation.strictness {
      case .refuse: LXW_VALIDATION_ERROR_TYPE_STOP
      case .warn: LXW_VALIDATION_ERROR_TYPE_WARNING
      case .inform: LXW_VALIDATION_ERROR_TYPE_INFORMATION
      }
    unsafe options.error_type = UInt8(strictness.rawValue)
    unsafe options.input_title = arena.pointer(CellText.fit(validation.promptTitle, limit: 32))
    unsafe options.input_message = arena.pointer(CellText.fit(validation.prompt, limit: 255))
    unsafe options.error_title = arena.pointer(CellText.fit(validation.errorTitle, limit: 32))
    unsafe options.error_message = arena.pointer(CellText.fit(validation.error, limit: 255))
    try WriterFault.check(
      unsafe worksheet_data_validation_range(
        worksheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow), UInt16(area.lastColumn),
        &options), "worksheet_data_validation_range", sheet: sheet.name, row: area.firstRow, column: area.firstColumn)
  }

  @unsafe private func setRule(
    _ rule: Validation.Rule, in options: inout lxw_data_validation, _ arena: inout TextArena,
    _ lists: inout DropDownLists
  ) throws(LanmuError) {
    func type(_ type: lxw_validation_types) -> UInt8 { UInt8(type.rawValue) }
    func between(_ first: Double, _ last: Double) throws(LanmuError) {
      guard first.isFinite, last.isFinite else {
        throw WriterFault.invalid(Message(zh: "数据验证的界限无效", en: "a validation's bound is not finite"), sheet: sheet.name)
      }
      unsafe options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe options.minimum_number = first
      unsafe options.maximum_number = last
    }
    switch rule {
    case .list(let texts):
      let cleaned = texts.map { CellText.fit($0, limit: 255) }
      guard !cleaned.isEmpty else {
        throw WriterFault.invalid(Message(zh: "下拉列表为空", en: "a drop-down has no entries"), sheet: sheet.name)
      }
      unsafe options.validate = type(LXW_VALIDATION_TYPE_LIST_FORMULA)
      unsafe options.value_formula = unsafe arena.pointer(lists.formula(for: cleaned))
    case .listFormula(let formula):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_LIST_FORMULA)
      unsafe options.value_formula = unsafe arena.pointer(try checked(formula))
    case .wholeNumber(let range):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_INTEGER)
      try between(Double(range.lowerBound), Double(range.upperBound))
    case .decimal(let range):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_DECIMAL)
      try between(range.lowerBound, range.upperBound)
    case .day(let range):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_DATE_NUMBER)
      try between(Double(range.lowerBound.serial), Double(range.upperBound.serial))
    case .dayFormulas(let first, let last):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_DATE_FORMULA)
      unsafe options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe options.minimum_formula = unsafe arena.pointer(try checked(first))
      unsafe options.maximum_formula = unsafe arena.pointer(try checked(last))
    case .textLength(let range):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_LENGTH)
      try between(Double(range.lowerBound), Double(range.upperBound))
    case .custom(let formula):
      unsafe options.validate = type(LXW_VALIDATION_TYPE_CUSTOM_FORMULA)
      unsafe options.value_formula = unsafe arena.pointer(try checked(formula))
    case .any:
      unsafe options.validate = type(LXW_VALIDATION_TYPE_ANY)
    }
  }

  func writeConditionalFormats(_ styles: inout StyleTable) throws(LanmuError) {
    for format in sheet.conditionalFormats { try write(format, &styles) }
  }

  private func write(_ conditional: ConditionalFormat, _ styles: inout StyleTable) throws(LanmuError) {
    let area = conditional.area
    guard area.isValid else {
      throw WriterFault.invalid(
        Message(zh: "条件格式的区域无效", en: "a conditional format's area is invalid"), sheet: sheet.name)
    }
    var arena = TextArena()
    var options = unsafe lxw_conditional_format()
    unsafe options.stop_if_true = conditional.stopsIfTrue ? 1 : 0
    let first = CellArea.reference(row: area.firstRow, column: area.firstColumn)
    // Rules on text are written as formulas: the library relates its own to the last column of the area.
    switch conditional.rule {
    case .formula(let formula, let style):
      try unsafe setFormula(formula, style, &options, &arena, &styles)
    case .containsText(let text, let style):
      try unsafe setFormula(
        "=NOT(ISERROR(SEARCH(\(Self.quoted(text)),\(first))))", style, &options, &arena, &styles)
    case .equalsText(let text, let style):
      try unsafe setFormula("=\(first)=\(Self.quoted(text))", style, &options, &arena, &styles)
    case .blank(let style):
      try unsafe setFormula("=LEN(TRIM(\(first)))=0", style, &options, &arena, &styles)
    case .duplicate(let style):
      unsafe options.type = UInt8(LXW_CONDITIONAL_TYPE_DUPLICATE.rawValue)
      unsafe options.format = unsafe try styles.format(Self.differential(style))
    case .number(let comparison, let number, let style):
      guard number.isFinite else { return }
      unsafe options.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe options.criteria = comparison.libraryValue
      unsafe options.value = number
      unsafe options.format = unsafe try styles.format(Self.differential(style))
    case .numberBetween(let range, let style):
      guard range.lowerBound.isFinite, range.upperBound.isFinite else { return }
      unsafe options.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe options.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
      unsafe options.min_value = range.lowerBound
      unsafe options.max_value = range.upperBound
      unsafe options.format = unsafe try styles.format(Self.differential(style))
    case .dataBar(let color):
      unsafe options.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      unsafe options.bar_color = color.libraryValue
    case .colorScale(let low, let middle, let high):
      unsafe options.type = UInt8(
        (middle == nil ? LXW_CONDITIONAL_2_COLOR_SCALE : LXW_CONDITIONAL_3_COLOR_SCALE).rawValue)
      unsafe options.min_color = low.libraryValue
      if let middle { unsafe options.mid_color = middle.libraryValue }
      unsafe options.max_color = high.libraryValue
    }
    try WriterFault.check(
      unsafe worksheet_conditional_format_range(
        worksheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow), UInt16(area.lastColumn),
        &options), "worksheet_conditional_format_range", sheet: sheet.name, row: area.firstRow, column: area.firstColumn
    )
  }

  @unsafe private func setFormula(
    _ formula: String, _ style: CellStyle, _ options: inout lxw_conditional_format, _ arena: inout TextArena,
    _ styles: inout StyleTable
  ) throws(LanmuError) {
    unsafe options.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe options.value_string = unsafe arena.pointer(try checked(formula))
    unsafe options.format = unsafe try styles.format(Self.differential(style))
  }

  /// A formula within its limits, with a leading `=`.
  private func checked(_ formula: String) throws(LanmuError) -> String {
    let text = CellText.fit(formula.hasPrefix("=") ? formula : "=" + formula).text
    guard text.count > 1, text.utf16.count <= 8192 else {
      throw WriterFault.invalid(
        Message(zh: "规则的公式为空或过长", en: "a rule's formula is empty or too long"), sheet: sheet.name)
    }
    return text
  }

  /// The part of a style that a condition may change: a condition that names a font makes Excel repair the file.
  private static func differential(_ style: CellStyle) -> CellStyle {
    var properties = CellStyle.Properties()
    let wanted = style.properties
    properties.fontName = ""
    properties.bold = wanted.bold
    properties.italic = wanted.italic
    properties.underlined = wanted.underlined
    properties.struckThrough = wanted.struckThrough
    properties.fontColor = wanted.fontColor
    properties.fill = wanted.fill
    properties.borders = wanted.borders
    properties.numberFormat = wanted.numberFormat
    return CellStyle(properties)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension ConditionalFormat.Comparison {
  var libraryValue: UInt8 {
    let criteria =
      switch self {
      case .equal: LXW_CONDITIONAL_CRITERIA_EQUAL_TO
      case .notEqual: LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO
      case .greater: LXW_CONDITIONAL_CRITERIA_GREATER_THAN
      case .less: LXW_CONDITIONAL_CRITERIA_LESS_THAN
      case .greaterOrEqual: LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO
      case .lessOrEqual: LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
      }
    return UInt8(criteria.rawValue)
  }
}
