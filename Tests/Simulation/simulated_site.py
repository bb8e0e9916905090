"""A simulated website that lives for months: its plan, what its systems export, and the faults that were planted.

Everything follows from the seed. Nothing here knows how Lanmu reckons; `oracle.py` says what is right, day by day.
"""

import bisect
import datetime
import random

DAY = datetime.timedelta(1)


class Column:
    """A column of the plan, or one unit's own part of it, with the days of its items."""

    def __init__(self, number, path, rule, units):
        self.number, self.path, self.rule = number, path, rule
        self.units = units  # as the plan names them
        self.publishers = units  # who publishes: the members of a group for the group
        self.system = " > ".join(path)  # its path in the publishing system
        self.items = []  # (day, title, unit, event or None)
        self.alias = None  # how a mapping file names it, where only that can
        self.owner = None  # the unit whose own part this is
        self.parts = []  # the units' own parts, where each unit has one
        self.exempt = False
        self.days = []  # the days of the items, in order

    @property
    def unit(self):
        return self.units[0]

    def known(self, day):
        """The days of the items up to a day."""
        return self.days[:bisect.bisect_right(self.days, day)]


# The words of the plan, what they ask for (see oracle.py), and how often such a column is updated by itself, in days.
RULES = [
    ("2周内更新", ("days", 14), 8), ("1个月内更新", ("months", 1), 20), ("2个月内更新", ("months", 2), 40),
    ("3个月内更新", ("months", 3), 60), ("6个月内", ("months", 6), 110), ("每5个月更新一次", ("months", 5), 90),
    ("1年内", ("months", 12), 220), ("每50天至少更新一次", ("days", 50), 30), ("每5个工作日至少更新1次", ("workdays", 5), 4),
    ("每天", ("workday",), 1), ("每周", ("week", 1), 4), ("每周至少1条", ("week", 1), 4), ("每七天至少1条", ("week", 1), 5),
    ("每月", ("month", 1), 15), ("每月至少1条", ("month", 1), 15), ("需每月更新", ("month", 1), 18),
    ("一年更新一次（次年1月底前）", ("january",), 170), ("每年至少更新一次", ("year", 1), 200),
    ("6个月内（每年2月、8月）", ("fixed", 6, (2, 8)), 90), ("一年六次以上", ("count", 6, 12), 45),
    ("信息形成之日起3个工作日内提供", ("item",), 25), ("有变更调整时更新", ("demand",), 90), ("必要时更新", ("demand",), 90),
    ("按需更新", ("demand",), 120), ("及时更新", ("demand",), 60), ("实时更新", ("works",), 30),
    ("按自治区要求更新", ("person",), 50), ("定期", ("person",), 50), ("", ("none",), 40),
]
# Duties that are not one unit's: by the column's number.
KINDS = {5: "joint", 9: "group", 13: "own", 18: "exempt", 21: "archive"}
TOPICS = [
    "工作动态", "通知公告", "政策文件", "人事信息", "规划计划", "政策解读", "财政预决算", "机构职能", "图片新闻", "应急管理", "食品药品", "义务教育",
    "环境保护", "招标采购", "会议公开", "重大项目",
]
SPELLINGS = [
    lambda path: " > ".join(path), lambda path: "/".join(path), lambda path: "首页 > " + " > ".join(path),
    lambda path: " 》 ".replace("》", "›").join(path), lambda path: "网站首页->" + "->".join(path),
    lambda path: " > ".join(path).replace("0", "０"), lambda path: " / ".join(" ".join(label) for label in path),
    lambda path: (path[0] if path[-1].startswith("子栏") else path[1]) + "|" + path[-1],  # a level left out, yet unique
]


class Site:
    def __init__(self, seed, columns, units, articles, start, months):
        self.random = random.Random(seed)
        self.start, self.months = start, months
        self.end = add_months(start, months) - DAY
        self.units = [f"第{n}镇" if n % 6 == 5 else f"县{chr(0x4E00 + 37 * n)}务局" for n in range(units)]
        self.towns = [unit for unit in self.units if unit.endswith("镇")]
        self.columns = [self.column(number) for number in range(columns)]
        # What the census judges one by one: columns, and the units' own parts of those that have them.
        self.judged = [part for column in self.columns for part in column.parts or [column]]
        self.populate()
        self.fill(articles)
        for column in self.judged:
            column.items.sort(key=lambda item: item[0])
            column.days = [item[0] for item in column.items]

    def column(self, number):
        path = [f"频道{number % 9}", f"板块{number}", TOPICS[number % len(TOPICS)]]
        if number % 4 == 1:
            path = path[:1] + path[2:] + [f"子栏{number}"]
        text, rule, pace = RULES[number % len(RULES)]
        # Plans, budgets and yearly reports are due once in a calendar year.
        if rule == ("months", 12) and any(label in ("规划计划", "财政预决算") for label in path):
            rule = ("year", 1)
        kind = KINDS.get(number % 31) if number % 29 != 17 else None  # a blank column tells of no unit's own part
        first = number * 7 % len(self.units)
        units = [self.units[(first + step) % len(self.units)] for step in range(3 if kind in ("joint", "own") else 1)]
        if kind == "archive":
            path = [path[0], "历史专栏", f"旧闻{number}"]
        column = Column(number, path, (text, rule, pace), ["各镇"] if kind == "group" else units)
        column.exempt = kind in ("exempt", "archive")
        if kind == "group":
            column.publishers = self.towns
        column.system = SPELLINGS[number % len(SPELLINGS)](path)
        if kind == "own":
            for unit in units:
                part = Column(number, path, column.rule, [unit])
                part.owner, part.system = unit, " > ".join(path[:1] + [unit] + path[1:])
                column.parts.append(part)
        elif number % 23 == 11:  # named otherwise in the system: only a mapping file can tell
            column.alias = column.system = f"旧站{number}>专项{number}"
        return column

    def populate(self):
        """Each column at the pace of its rule, with slips; some fall silent for a while or for good, some are blank."""
        for column in self.judged:
            number, pace = column.number, column.rule[2]
            # Blank ones, and of some columns one unit's own part.
            if number % 29 == 17 or (column.owner and number % 2 and column.owner == self.columns[number].units[1]):
                continue
            silent, until = self.end + DAY, self.end + DAY
            if number % 7 == 3:
                silent = self.start + DAY * self.random.randrange(40, self.months * 29)
                if number % 2:
                    until = silent + DAY * self.random.randrange(30, 500)
            day = self.start + DAY * self.random.randrange(max(2, pace))
            while day <= self.end:
                if not silent <= day < until:
                    self.publish(column, day)
                step = self.random.randint(max(1, pace // 2), max(1, pace + pace // 3))
                day += DAY * step
                if pace == 1 and self.random.random() < 0.03:
                    day += DAY * self.random.randrange(5)

    def publish(self, column, day):
        event = None
        if column.rule[1][0] == "item":
            event = day - DAY * self.random.randrange(9)
        own = self.random.choice(column.publishers)
        unit = own if self.random.random() < 0.9 else self.random.choice(self.units)
        column.items.append((day, f"{column.path[-1]}第{column.number}-{len(column.items)}号信息", unit, event))

    def fill(self, articles):
        """More items on the days that a column has items anyway, until there are enough in all."""
        busy = [column for column in self.judged if column.items]
        missing = articles - sum(len(column.items) for column in busy)
        for _ in range(max(0, missing)):
            column = self.random.choice(busy)
            self.publish(column, self.random.choice(column.items)[0])


def add_months(day, months):
    """The same day of another month, or that month's last day."""
    total = day.year * 12 + day.month - 1 + months
    first = datetime.date(total // 12, total % 12 + 1, 1)
    following = datetime.date((total + 1) // 12, (total + 1) % 12 + 1, 1)
    return first + DAY * (min(day.day, (following - first).days) - 1)
