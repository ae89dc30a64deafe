"""Values to CSV cells and back.

A cell never holds a control character other than the line feed between paragraphs, and never begins in a way that
makes a spreadsheet run it.  CSV has no way to say "this is text", so such a text is written with one apostrophe before
it, the sign that spreadsheets use themselves; the rule can be undone exactly, see `unguard`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

# What OWASP's "CSV Injection" lists, the full-width forms included.  Plain numbers, ratios and ranges (-29..-21) are no
# formulas; a sum (-29-21) is one.
_RUN = re.compile(r"(?![-+]?[0-9][0-9./]*(?:(?<=\.\.)-[0-9][0-9./]*)?\Z)[\s']*+[=+\-@＝＋－＠]")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What no cell holds; the line feed parts the paragraphs of a text."""
_QUOTED = re.compile('[",\n\r]')
_DIGITS = 15  # significant digits that every reader's floating point keeps
_CONTEXT = Context(prec=_DIGITS)


def text(value: str) -> str:
    """The cell of a text: without control characters, and harmless in a spreadsheet."""
    return guard(clean(value))


def clean(value: str) -> str:
    """A tab becomes a blank, any other control character but the line feed U+FFFD."""
    # One line mostly is, and Python sees that faster than a pattern does.
    if value.isprintable():
        return value
    return CONTROL.sub(lambda match: " " if match[0] == "\t" else "\ufffd", value)


def guard(value: str) -> str:
    """Put an apostrophe before what a spreadsheet would run.

    >>> guard("=1+1"), guard("'=1+1"), guard("-12"), guard("no")
    ("'=1+1", "''=1+1", '-12', 'no')
    """
    return "'" + value if runs(value) else value


def unguard(cell: str) -> str:
    """Take away what `guard` put there.

    >>> unguard("'=1+1"), unguard("''=1+1"), unguard("-12"), unguard("'no'")
    ('=1+1', "'=1+1", '-12', "'no'")
    """
    return cell[1:] if cell[:1] == "'" and runs(cell[1:]) else cell


def runs(value: str) -> bool:
    """Whether `guard` would mark it: what begins with = + - @, after any blanks and apostrophes, and is no number."""
    # Nearly every text begins with a letter or a digit: for those the pattern is not even tried.
    return not value[:1].isalnum() and _RUN.match(value) is not None


def exact(number: int | Fraction) -> str:
    """A number exactly: `15000`, `-3/4`."""
    return str(number)


def decimal(number: int | Fraction) -> str:
    """A number as decimals, without an exponent: whole numbers exactly, others to 15 significant digits.

    >>> decimal(Fraction(1, 3)), decimal(Fraction(-5, 2)), decimal(10**20)
    ('0.333333333333333', '-2.5', '100000000000000000000')
    """
    if isinstance(number, int):
        return str(number)
    rounded = _CONTEXT.divide(Decimal(number.numerator), Decimal(number.denominator))
    # Not `str`, which writes 1E+20 and 1E-7.
    written = f"{rounded:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def share(value: float | None) -> str:
    """A share of 1 to two decimals, '' for none; as any number, without zeros at the end.

    >>> share(0.93), share(0.4), share(1.0), share(None)
    ('0.93', '0.4', '1', '')
    """
    return "" if value is None else decimal(Fraction(round(100 * value), 100))


def line(cells: Iterable[str]) -> str:
    """A line of CSV (RFC 4180, but ending in LF), quoted where it must be and nowhere else."""
    return ",".join(['"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in cells]) + "\n"
