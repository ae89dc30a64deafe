"""How often each rule found something."""

from __future__ import annotations

from duizhao.validator.report import Tally


def statistics(tally: Tally) -> str:
    """A table of count, code and name, the most frequent first."""
    rows = sorted(tally.rules.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(f"{count:,}") for _, count in rows), default=1)
    return "".join(f"{count:>{width},}  {code}  {name}\n" for (code, name), count in rows)


def closing_line(tally: Tally) -> str:
    """The counts in one sentence."""
    summary = tally.summary
    counts = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info"))
    found = ", ".join(plural(count, word) for count, word in counts if count) or "no findings"
    notes = [
        f"{count:,} {word}" for count, word in ((summary.waived, "waived"), (summary.unreadable, "unreadable")) if count
    ]
    if tally.reasons:
        notes.append(skipped(tally))
    return "; ".join([f"{found} in {plural(summary.files, 'file')}", *notes])


def skipped(tally: Tally) -> str:
    """How many files were looked at, and why some were skipped."""
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(tally.reasons.items()))
    return f"{tally.summary.looked_at:,} looked at, {tally.skipped:,} of them skipped ({reasons})"


def plural(count: int, word: str) -> str:
    """`1 file`, `2,000 files`."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
