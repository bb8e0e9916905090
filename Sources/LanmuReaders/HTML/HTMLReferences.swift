/// The character references of pages that libxml2 does not know as browsers do (WHATWG HTML 13.5).
enum HTMLReferences {
  /// Names are not searched beyond this length.
  static let longestName = 24

  /// The character of a reference that HTML 4 did not have; `nil` for one that it had, and for an unknown one.
  static func character(named name: String) -> String? { newer[name] }

  /// The longest beginning that is a reference even without a semicolon.
  static func nameWithoutSemicolon(in text: String) -> String? {
    var name = Substring(text)
    while name.count >= 2 {
      if withoutSemicolon.contains(String(name)) { return String(name) }
      name.removeLast()
    }
    return nil
  }

  /// The name as libxml2 knows it.
  static func spelling(of name: String) -> String { capitals.contains(name) ? name.lowercased() : name }

  /// Whether the name is one of those that HTML 4 has in lower case only.
  static func isCapital(_ name: String) -> Bool { capitals.contains(name) }

  private static let capitals: Set<String> = ["AMP", "LT", "GT", "QUOT", "COPY", "REG"]

  /// The names that count without a semicolon.
  private static let withoutSemicolon: Set<String> = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT \
    Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig \
    agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 \
    frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm \
    oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml \
    uuml yacute yen yuml
    """.split(separator: " ").map(String.init))

  /// Those of the newer names that pages use: the rest is mathematics.
  private static let newer: [String: String] = [
    "apos": "'", "Tab": "\t", "NewLine": "\n", "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "lpar": "(",
    "rpar": ")", "ast": "*", "midast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":",
    "semi": ";", "equals": "=", "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
    "rbrack": "]", "Hat": "^", "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|",
    "rcub": "}", "rbrace": "}", "NonBreakingSpace": "\u{A0}", "ZeroWidthSpace": "\u{200B}", "numsp": "\u{2007}",
    "puncsp": "\u{2008}", "hairsp": "\u{200A}", "emsp13": "\u{2004}", "emsp14": "\u{2005}", "horbar": "―",
    "numero": "№", "phone": "☎", "star": "☆", "starf": "★", "bigstar": "★", "check": "✓", "checkmark": "✓",
    "cross": "✗",
    "female": "♀", "male": "♂", "squ": "□", "square": "□", "squf": "▪", "blk14": "░", "block": "█", "utri": "▵",
    "utrif": "▴", "dtri": "▿", "dtrif": "▾", "ltri": "◃", "rtri": "▹", "cir": "○", "half": "½", "frac13": "⅓",
    "frac23": "⅔", "frac15": "⅕", "frac18": "⅛", "centerdot": "·", "CenterDot": "·", "mldr": "…", "nldr": "‥",
    "boxh": "─", "boxv": "│", "copysr": "℗", "trade": "™", "TRADE": "™", "laquo": "«", "Rarr": "↠", "leq": "≤",
    "geq": "≥",
    "leqslant": "⩽", "geqslant": "⩾", "rightarrow": "→", "leftarrow": "←", "RightArrow": "→", "LeftArrow": "←",
    "uparrow": "↑", "downarrow": "↓", "Delta": "Δ", "hyphen": "‐", "dash": "‐", "hellip": "…", "bullet": "•",
  ]
}
