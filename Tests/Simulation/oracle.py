"""What is right on a day, reckoned slowly: by walking through the days, one by one, and by the rules' own words."""

import csv
import datetime
import pathlib

DAY = datetime.timedelta(1)
TABLE = pathlib.Path(__file__).parent.parent.parent / "Sources/LanmuAnalysis/Calendar/Data/working-days.csv"


def special_days():
    """The days off and the make-up days of the State Council's notices."""
    days = {}
    with open(TABLE, encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    for first, last, kind, *_ in rows:
        day = datetime.date.fromisoformat(first)
        while day <= datetime.date.fromisoformat(last):
            days[day] = kind == "班"
            day += DAY
    return days


SPECIAL = special_days()


def works(day):
    return SPECIAL.get(day, day.weekday() < 5)


def back(day, months):
    """The same number in an earlier month, or that month's last day, by walking back through the days."""
    walk = day
    for _ in range(months):
        while walk.day != 1:
            walk -= DAY
        walk -= DAY
    while walk.day > day.day:
        walk -= DAY
    return walk


def month_start(day):
    while day.day != 1:
        day -= DAY
    return day


def holds(rule, days, day):
    """Whether a column with items on these days is in order on a day; `None` where the rule asks no calendar."""
    known = [item for item in days if item <= day]
    kind = rule[0]

    def since(start, least=1):
        return len([item for item in known if item >= start]) >= least

    if kind == "days":
        start = day
        for _ in range(rule[1]):
            start -= DAY
        return since(start)
    if kind == "months":
        return since(back(day, rule[1]))
    if kind == "workdays":
        if not known:
            return False
        walk, worked = max(known), 0
        while walk < day:
            walk += DAY
            worked += works(walk)
        return worked <= rule[1]
    if kind == "workday":
        walk = day - DAY
        while not works(walk):
            walk -= DAY
        return since(walk)
    if kind == "week":
        walk = day
        while walk.weekday() != 0:
            walk -= DAY
        walk -= DAY
        while walk.weekday() != 0:
            walk -= DAY
        return since(walk, rule[1])
    if kind == "month":
        return since(month_start(month_start(day) - DAY), rule[1])
    if kind == "year":
        return any(item.year >= day.year - 1 for item in known)
    if kind == "january":
        walk = day - DAY
        while (walk.month, walk.day) != (1, 31):
            walk -= DAY
        return any(item.year >= walk.year for item in known)
    if kind == "fixed":
        walk = month_start(day) - DAY
        while walk.month not in rule[2]:
            walk = month_start(walk) - DAY
        return since(back(day, rule[1])) or since(month_start(walk))
    if kind == "count":
        return since(back(day, rule[2]), rule[1])
    return None


def due(rule, days, day):
    """The last day on which the column is in order if nothing more is published; looked for day by day."""
    known = [item for item in days if item <= day]
    last = max(known)
    walk = last
    if holds(rule, known, walk) is False:
        return None
    while holds(rule, known, walk + DAY):
        walk += DAY
    return walk


def workdays_after(event, count):
    walk = event
    while count:
        walk += DAY
        count -= works(walk)
    return walk
