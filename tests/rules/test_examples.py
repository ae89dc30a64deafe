"""Every example of every rule's manual page does what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from duizhao.validator.examples import Example, read_example
from duizhao.validator.finding import Finding
from duizhao.validator.registry import registry


def examples() -> Iterator[Any]:
    for rule in registry().values():
        for fires, texts in ((True, rule.fires), (False, rule.silent)):
            for number, text in enumerate(texts):
                name = f"{rule.code}-{'fires' if fires else 'silent'}-{number}"
                yield pytest.param(rule.code, text, fires, id=name)


@pytest.mark.parametrize(("code", "text", "fires"), list(examples()))
def test_example(code: str, text: str, *, fires: bool, findings_of: Callable[[Example], list[Finding]]) -> None:
    example = read_example(text)
    found = [finding for finding in findings_of(example) if finding.rule == code]
    assert bool(found) == fires, [finding.message for finding in found]
    marked = {place.text for finding in found for place in (finding.en, finding.zh) if place}
    assert set(example.marks) <= marked
