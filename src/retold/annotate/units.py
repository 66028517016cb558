"""Units that news measures in, each with the singular it is called by; American and British spellings are one unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .tokens import Token

_FORMS = """
dollar dollars buck bucks usd | pound pounds gbp lb lbs | euro euros eur | yen | yuan renminbi | rouble roubles ruble rubles | rupee
rupees | peso pesos | won | franc francs | krona kronor | krone kroner | lira liras | rand | shekel shekels | real reais | cent
cents | pence penny | percent pct % | second seconds | minute minutes mins | hour hours hrs | day days | week weeks | fortnight
fortnights | month months | year years | decade decades | century centuries | generation generations | mile miles | kilometre
kilometres kilometer kilometers km kms | metre metres meter meters | centimetre centimetres centimeter centimeters cm | millimetre
millimetres millimeter millimeters mm | foot feet ft | inch inches | yard yards | acre acres | hectare hectares | tonne tonnes ton
tons | kilogram kilograms kilogramme kilogrammes kilo kilos kg | gram grams grammes | ounce ounces oz | litre litres liter liters |
gallon gallons | barrel barrels bpd | degree degrees | mph | kph | knot knots | megawatt megawatts mw | kilowatt kilowatts kw |
gigawatt gigawatts gw | kiloton kilotons | calorie calories | light-year light-years
"""
_NAMES: Final = {form: group.split()[0] for group in _FORMS.split("|") for form in group.split()}
SYMBOLS: Final = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "₩": "won",
    "₪": "shekel",
    "₦": "naira",
}
MONEY: Final = frozenset({*SYMBOLS.values(), *"yuan peso franc krona krone lira rand real cent pence".split()})
TIME: Final = frozenset("second minute hour day week fortnight month year decade century generation".split())
_BETWEEN: Final = frozenset(
    "more full further additional consecutive straight whole long extra square cubic nautical metric us american".split()
)
"""Words between a number and its unit."""
_KEPT: Final = frozenset({"square", "cubic", "nautical"})
_PAIRS: Final = {
    ("per", "cent"): "percent",
    **{(word, points): "percentage point" for word in ("percentage", "percent") for points in ("point", "points")},
    **{(word, scale): "degree Celsius" for word in ("degree", "degrees", "°") for scale in ("celsius", "centigrade", "c")},
    **{(word, scale): "degree Fahrenheit" for word in ("degree", "degrees", "°") for scale in ("fahrenheit", "f")},
}
"""Units of two words."""
_GLUED: Final = {"m": "metre", "c": "degree Celsius", "f": "degree Fahrenheit", "°": "degree"}


def unit_behind(tokens: Sequence[Token], last: int) -> tuple[str, int] | None:
    """The unit behind the last token of a number, and the number of the unit's own last token: "miles", "per cent", "-year"."""
    at = last + 1
    hyphen = at < len(tokens) and tokens[at].lower_ == "-"
    at += hyphen
    kept = ""
    if at + 1 < len(tokens) and tokens[at].lower_ in _BETWEEN and tokens[at + 1].lower_ in _NAMES:
        kept = tokens[at].lower_ + " " if tokens[at].lower_ in _KEPT else ""
        at += 1
    if at >= len(tokens):
        return None
    word, following = tokens[at].lower_, tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    special = _PAIRS.get((word, following))
    if special is not None:
        return special, at + 1
    if word in _GLUED and tokens[at].idx == tokens[last].idx + len(tokens[last].text):
        return _GLUED[word], at
    name = _NAMES.get(word)
    if name is None or (word == "second" and not hyphen):  # "one second" is rare, "the other two second homes" no unit
        return None
    return kept + name, at
