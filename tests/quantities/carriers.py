"""The articles of carriers.yaml, with any values and forms in their places."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

import numerals as n
import yaml
from hypothesis import strategies as st

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Slot(NamedTuple):
    """A number of an article: what it is, and what both sides say."""

    kind: str
    value: Any
    zh_form: str = "place value"
    en_form: str = "commas"

    @property
    def zh(self) -> str:
        write = n.CHINESE[self.zh_form]
        match self.kind:
            case "percent":
                return f"百分之{n.place_value(self.value)}" if self.zh_form == "place value" else f"{self.value}%"
            case "year":
                return n.positional(self.value)
            case "times":
                return n.place_value(self.value) + "倍"
            case "date":
                month, day = self.value
                return f"{n.place_value(month)}月{n.place_value(day)}日"
        return write(self.value)

    @property
    def en(self) -> str:
        write = n.ENGLISH[self.en_form]
        match self.kind:
            case "percent":
                return f"{write(self.value)} percent"
            case "year":
                return str(self.value)
            case "times":
                return f"{n.words(self.value)} times"
            case "date":
                month, day = self.value
                return f"{MONTHS[month - 1]} {day}"
        return write(self.value)


class Carrier(NamedTuple):
    """An article with places for numbers."""

    zh: str
    en: str
    slots: dict[str, Slot]

    def filled(self, english: dict[str, Slot] | None = None) -> tuple[str, str]:
        """Both bodies; `english` takes the place of some slots in the English one."""
        zh = self.zh.format(**{name: slot.zh for name, slot in self.slots.items()})
        theirs = {**self.slots, **(english or {})}
        return zh, self.en.format(**{name: slot.en for name, slot in theirs.items()})


def load() -> dict[str, Carrier]:
    with open(os.path.join(os.path.dirname(__file__), "carriers.yaml"), encoding="utf-8") as file:
        table: dict[str, dict[str, Any]] = yaml.safe_load(file)
    return {
        name: Carrier(row["zh"], row["en"], {key: _slot(*slot) for key, slot in row["slots"].items()})
        for name, row in table.items()
    }


def _slot(kind: str, value: Any) -> Slot:
    return Slot(kind, tuple(map(int, value.split("-"))) if kind == "date" else value)


CARRIERS = load()


def values(kind: str) -> st.SearchStrategy[Any]:
    """Values that a place of this kind may take; none that is read as something else by itself."""
    match kind:
        case "percent":
            return st.integers(21, 98)
        case "year":
            return st.integers(1911, 1957)
        case "times":
            return st.integers(3, 9)
        case "date":
            return st.tuples(st.integers(1, 12), st.integers(1, 28))
    return (st.integers(20, 999) | st.integers(2_200, 99_999) | st.integers(10, 9_999).map(lambda x: x * 1_000)).filter(
        lambda value: not 1_000 <= value < 2_200
    )


@st.composite
def articles(draw: st.DrawFn) -> Carrier:
    """Any article with any values, in any forms."""
    carrier = CARRIERS[draw(st.sampled_from(sorted(CARRIERS)))]
    forms = [form for form in n.CHINESE if form != "positional"]
    slots: dict[str, Slot] = {}
    taken: set[Any] = set()
    for name, slot in carrier.slots.items():
        value = draw(values(slot.kind).filter(lambda one: one not in taken))
        taken.add(value)
        slots[name] = Slot(slot.kind, value, draw(st.sampled_from(forms)), draw(st.sampled_from(sorted(n.ENGLISH))))
    return carrier._replace(slots=slots)


@st.composite
def slips(draw: st.DrawFn) -> tuple[Carrier, dict[str, Slot]]:
    """An article, and one number of it that the English has wrong."""
    carrier = draw(articles())
    name = draw(st.sampled_from(sorted(carrier.slots)))
    slot = carrier.slots[name]
    used = {one.value for one in carrier.slots.values()}
    wrong = slot.value * 10 if slot.kind == "number" and draw(st.booleans()) else draw(values(slot.kind))
    if slot.kind == "times":
        wrong = slot.value + draw(st.integers(2, 6))  # by one more or less it may be an increase
    elif wrong in used or (slot.kind == "number" and 1_000 <= wrong < 2_200):
        wrong = (slot.value[0] % 12 + 1, slot.value[1]) if slot.kind == "date" else slot.value + 1
    form = "no and" if slot.en_form == "words" else slot.en_form  # "and one" may be left over as a pronoun
    return carrier, {name: slot._replace(value=wrong, en_form=form)}
