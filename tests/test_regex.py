"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from unittest.mock import patch

import pytest

import duizhao
from duizhao.regex import _Regex, regex


def test_compiled_at_its_first_use_and_once() -> None:
    with patch("duizhao.regex.re.compile", side_effect=re.compile) as compiled:
        number = regex("[a-z]+([0-9]+)", re.IGNORECASE)
        assert compiled.call_count == 0
        assert [number.sub("x", "A1 b2"), number.findall("A1 b2")] == ["x x", ["1", "2"]]
        match = number.search("12 C34")
        assert match is not None
        assert match.span(1) == (4, 6)
        compiled.assert_called_once_with("[a-z]+([0-9]+)", re.IGNORECASE)


@pytest.mark.parametrize(
    "method", ["search", "match", "fullmatch", "finditer", "findall", "split", "pattern", "flags", "groups"]
)
def test_has_what_a_compiled_one_has(method: str) -> None:
    made, plain = regex("([ab])c"), re.compile("([ab])c")
    ours, theirs = getattr(made, method), getattr(plain, method)
    assert (
        (ours == theirs)
        if not callable(theirs)
        else str(ours("acxbc")).split("0x")[0] == str(theirs("acxbc")).split("0x")[0]
    )


def test_bytes() -> None:
    assert regex(b"[0-9]+").findall(b"3 of 40") == [b"3", b"40"]


def test_nothing_else() -> None:
    with pytest.raises(AttributeError, match="serch"):
        regex("a").serch  # type: ignore[attr-defined]  # noqa: B018


def test_all_of_ours_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(duizhao.__path__, "duizhao."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = [one for one in gc.get_objects() if isinstance(one, _Regex)]
    assert len(ours) > 400
    for one in ours:
        re.compile(one.pattern, one.flags)
