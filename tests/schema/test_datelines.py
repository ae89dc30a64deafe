"""Datelines as a newspaper writes them, in either language."""

from __future__ import annotations

import time

import pytest

from duizhao.schema.datelines import datelines, opening


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("（DATE專電）", "（湖城）大雨、（一日專電）", [("（一日專電）", "")]),
        ("（DATE專電）", "（湖城）大雨、（三月 廿一日晚專電）", []),
        (
            "（DATE專電）",
            "大雨、（三月廿一日晚專電）又（2日專電）",
            [("（三月廿一日晚專電）", "三"), ("（2日專電）", "")],
        ),
        ("〔本報PLACEDATE電〕", "〔本報湖城 廿日電〕大雨", []),
        ("〔本報 PLACE DATE 電〕", "〔本報湖城 廿日電〕大雨", [("〔本報湖城 廿日電〕", "")]),
        ("〔又電〕", "〔又電〕大雨", [("〔又電〕", "")]),
        (
            "(DATE Dispatch)",
            "Rain. (1st Dispatch) (July 2nd Dispatch)",
            [("(1st Dispatch)", ""), ("(July 2nd Dispatch)", "July")],
        ),
        (
            "(DATE Dispatch)",
            "Rain. (the 3rd of Sept. Dispatch) (1st dispatch)",
            [("(the 3rd of Sept. Dispatch)", "Sept.")],
        ),
        (
            "[Our Paper, PLACE, DATE]",
            "[Our Paper, New Lake City, May 4, 1936] Rain",
            [("[Our Paper, New Lake City, May 4, 1936]", "May")],
        ),
        ("[Our Paper, PLACE, DATE]", "[Our Paper, the lake, May 4]", []),
    ],
)
def test_datelines(written: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.month) for one in datelines((written,), text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("〔本報湖城廿日電〕大雨", "〔本報湖城廿日電〕"),
        ("大雨〔本報湖城廿日電〕", ""),
        ("〔又電〕大雨", "〔又電〕"),
        ("", ""),
    ],
)
def test_opening(text: str, said: str) -> None:
    assert opening(("〔又電〕", "〔本報PLACEDATE電〕"), text) == said


@pytest.mark.parametrize(
    "text", ["〔本報" * 20_000, "一" * 100_000, "（一日" * 30_000, "[A" * 50_000, "(1st " * 20_000]
)
def test_they_are_looked_for_in_linear_time(text: str) -> None:
    written = ("〔本報PLACEDATE電〕", "PLACEDATE電", "（DATE專電）", "[PLACE, DATE]", "(DATE Dispatch)")
    start = time.process_time()
    assert list(datelines(written, text, 0, len(text))) == []
    assert time.process_time() - start < 5
