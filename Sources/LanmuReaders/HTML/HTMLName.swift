import LanmuContainer

/// The elements of HTML that matter to tables and to the text around them; all others are inline and let through.
enum HTMLName: String, MarkupName {
  case table, caption, thead, tbody, tfoot, tr, td, th
  case br, hr, pre, textarea
  case ol, ul, menu, dir, li
  case p, div, h1, h2, h3, h4, h5, h6
  case address, article, aside, blockquote, body, center, dd, details, dl, dt, fieldset, figcaption, figure, footer,
    form
  case header, hgroup, html, legend, main, nav, section, summary, listing, xmp, option
  case head, script, style, title, template, noscript, noframes, select, datalist, iframe, svg, math, object, audio
  case video, canvas, rt, rp, rtc, del
  case param

  /// What stands behind `</tr>` and `</p>` when a page goes to libxml2, so that these are heard of in any case.
  static let rowEndMark = "<param name=/tr>"
  static let paragraphEndMark = "<param name=/p>"

  /// Whether the element starts and ends a line.
  var isBlock: Bool {
    switch self {
    case .p, .div, .h1, .h2, .h3, .h4, .h5, .h6, .address, .article, .aside, .blockquote, .body, .center, .dd, .details,
      .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .html, .legend, .main, .nav,
      .section,
      .summary, .listing, .xmp, .option, .ol, .ul, .menu, .dir, .li, .pre, .hr, .table, .caption:
      true
    default: false
    }
  }

  /// Whether all that the element does to its text is to be a block, or not to be one.
  var isPlainBlock: Bool {
    switch self {
    case .p, .div, .address, .article, .aside, .blockquote, .center, .dd, .details, .dl, .dt, .fieldset, .figcaption,
      .figure, .footer, .form, .header, .hgroup, .legend, .main, .nav, .section, .summary:
      true
    default: false
    }
  }

  /// Whether the element makes a table, however it is displayed.
  var isTablePart: Bool {
    switch self {
    case .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether the element's content is not shown, or (ruby's readings, deleted text) is no part of the text.
  var isUnshown: Bool {
    switch self {
    case .head, .script, .style, .title, .template, .noscript, .noframes, .select, .datalist, .iframe, .svg, .math,
      .object, .audio, .video, .canvas, .rt, .rp, .rtc, .del:
      true
    default: false
    }
  }

  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  var keepsWhiteSpace: Bool {
    switch self {
    case .pre, .textarea, .listing, .xmp: true
    default: false
    }
  }
}
