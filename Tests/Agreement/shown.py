"""What a worksheet shows of a number, read back: the moment that a date's text names by its format code."""

import datetime
import re

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]
NUMERALS = {character: value for value, character in enumerate("〇一二三四五六七八九十")}


def sections(code):
    """A format code's sections, split at semicolons that stand outside quotes and brackets."""
    result, current, quoted = [], "", False
    for index, character in enumerate(code):
        if character == '"':
            quoted = not quoted
        if character == ";" and not quoted and code[index - 1:index] != "\\":
            result.append(current)
            current = ""
        else:
            current += character
    return result + [current]


TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_(.)|\*(.)|(AM/PM|A/P|上午/下午)|([yYeEgGbB]+)|([mM]+)|([dD]+)|([hH]+)|([sS]+)(\.0+)?|'
    r'([aA]{3,4})|(.)', re.S)


def pattern(section):
    """A regular expression for what a date's or time's section shows; None if it is neither."""
    tokens = list(TOKEN.finditer(section))
    kinds, parts = [], []
    for token in tokens:
        text, escaped, bracket, blank, fill, half, year, month, day, hour, second, fraction, weekday, other = token.groups()
        bracket = bracket or ""
        if half:
            parts.append("(?P<half>AM|PM|A|P|上午|下午)")
        elif year:
            kinds.append("y")
            parts.append(r"(?P<year>\d{4}|\d\d|[〇一二三四五六七八九]{4})")
        elif month:
            kinds.append("m" if len(month) < 3 else "M")
            parts.append(("m", len(kinds) - 1, len(month)))
        elif day or weekday:
            kinds.append("d")
            parts.append(r"(?P<day>\d{1,2}|[一二三四五六七八九十]+)" if day and len(day) < 3 else r"\w+")
        elif hour:
            kinds.append("h")
            parts.append(r"(?P<hour>\d{1,2})")
        elif second:
            kinds.append("s")
            parts.append(r"(?P<second>\d{1,2})" + (r"[.,](?P<fraction>\d+)" if fraction else ""))
        elif bracket and bracket.lower().strip(bracket[0].lower()) == "" and bracket[0].lower() in "hms":
            kinds.append(bracket[0].lower() + "+")
            parts.append(r"(?P<elapsed>-?\d+)")
        elif bracket:
            continue
        elif other and other in "0#?":
            return None
        else:
            literal = text if text is not None else escaped or other or ""
            # A system's own way of writing dates may have other separators.
            separator = "[-/.]" if literal in "-/" else re.escape(literal)
            parts.append(separator if literal.strip() and not blank else r"\s*")
    if not kinds:
        return None
    result = ""
    for part in parts:
        if isinstance(part, str):
            result += part
            continue
        _, place, length = part
        minute = length < 3 and (place and kinds[place - 1] in ("h", "h+")
                                 or place + 1 < len(kinds) and kinds[place + 1] == "s")
        if minute:
            result += r"(?P<minute>\d{1,2})"
        else:
            result += {1: r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})", 5: r"\w"}.get(
                length if length > 4 else max(1, length - 1) if length < 3 else 3, r"(?P<month>\w+)")
    # A name cannot be used twice; the second of its kind says nothing new.
    seen = set()
    result = re.sub(r"\(\?P<(\w+)>", lambda m: "(?:" if m[1] in seen or seen.add(m[1]) else m[0], result)
    return re.compile(r"\s*-?" + result + r"\s*\Z", re.I)


def _number(text):
    if text.isdecimal():
        return int(text)
    if text.lower() in MONTHS:
        return MONTHS.index(text.lower()) + 1
    for index, name in enumerate(MONTHS):
        if name.startswith(text.lower()) and len(text) == 3:
            return index + 1
    if text.endswith("月"):
        return _number(text[:-1])
    value = 0
    for character in text:
        digit = NUMERALS.get(character)
        if digit is None:
            return None
        value = value * 10 if digit == 10 and value else value + digit
    return value


def _year(text):
    """A year's digits, those in Chinese characters among them."""
    return "".join(str(NUMERALS.get(character, character)) for character in text)


def agrees(section, shown, ours):
    """Whether `ours`, an ISO 8601 text, names what `shown` does, as far as the section shows it; None if it is no date's."""
    expression = pattern(section)
    match = expression.match(shown) if expression else None
    if not match:
        return None
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    if "elapsed" in found:
        return re.findall(r"\d+", shown) == re.findall(r"\d+", ours) and shown.startswith("-") == ours.startswith("-")
    iso = re.fullmatch(r"(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?", ours)
    if not iso or not ours:
        return False
    year, month, day, hour, minute, second, fraction = iso.groups()
    if "year" in found and (year is None or not year.endswith(_year(found["year"]))):
        return False
    if "month" in found and (month is None or _number(found["month"]) not in (int(month), None)):
        return False
    if "day" in found and (day is None or _number(found["day"]) != int(day)):
        return False
    if "hour" in found:
        if hour is None:
            return False
        here = int(found["hour"])
        if "half" in found:
            here = here % 12 + (12 if found["half"].upper() in ("PM", "P", "下午") else 0)
        if here != int(hour):
            return False
    if "minute" in found and (minute is None or int(found["minute"]) != int(minute)):
        return False
    if "second" in found and (second is None or int(found["second"]) != int(second)):
        return False
    if "fraction" in found and found["fraction"].rstrip("0") != (fraction or "").rstrip("0"):
        return False
    return True
