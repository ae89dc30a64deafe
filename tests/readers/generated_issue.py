"""A long issue of a newspaper that never was, its articles drawn from sentences with names, figures and days."""

from __future__ import annotations

import random
from typing import NamedTuple

PLACES = (("南京", "Nanjing"), ("漢口", "Hankou"), ("杭州", "Hangzhou"), ("濟南", "Jinan"), ("廣州", "Guangzhou"))
PEOPLE = (("王市長", "Mayor Wang"), ("李廳長", "Commissioner Li"), ("陳會長", "Chairman Chen"), ("市府", "The city"))
THINGS = (
    ("築路", "build the road to the station"),
    ("修堤", "repair the dikes along the lower course of the river"),
    ("辦學", "open schools in the villages"),
    ("防疫", "prevent epidemics"),
    ("平抑米價", "hold down the price of rice in the city and the counties around it"),
)
SENTENCES = (
    (
        "{who}昨召集各界代表{n}人開會、討論{what}事宜",
        "{Who} called {e} delegates together to discuss how to {What}",
    ),
    ("會議至{h}時始散、各代表均表贊成", "The meeting did not end before {H} o'clock; all the delegates were in favor"),
    ("經費需{n}元、已由省府照撥", "It will cost {e} yuan, which the province has already paid out"),
    ("當局盼各方合作、早觀厥成", "The authorities hope that everybody will help, so that it is finished soon"),
    (
        "各地災民已有{n}人返鄉、其餘日內可望啟程",
        "Of the refugees {e} have gone home; others are to follow soon",
    ),
    ("聞{where}方面亦將仿行", "It is said that {Where} is going to do the same"),
    ("該項工程定於{d}日開工、限期完成", "Work is to begin on the {D}, and must be finished in time"),
)


class Story(NamedTuple):
    """An article in both languages: headlines, and what stands in either pane."""

    headline: str
    title: str
    chinese: str
    english: str


def generated(count: int, seed: int = 11) -> list[Story]:
    """Articles of one to five paragraphs, no two with one headline."""
    draw = random.Random(seed)  # noqa: S311  the same articles in every run
    return [_story(draw, number) for number in range(count)]


def _story(draw: random.Random, number: int) -> Story:
    (where, place), (who, person), (what, deed) = draw.choice(PLACES), draw.choice(PEOPLE), draw.choice(THINGS)
    headline, title = f"{where}{what}消息{'甲乙丙丁'[number % 4]}{number}", f"{place} to {deed.title()} ({number})"
    day = draw.randint(1, 30)
    lines = [_paragraph(draw, (who, person), (what, deed)) for _ in range(draw.choice((1, 1, 2, 2, 3, 5)))]
    zh, en = [one for one, _ in lines], [other for _, other in lines]
    zh[0] = f"（{where}{_numeral(day)}日電）{zh[0]}"
    en[0] = f"({place}, {_nth(day)} dispatch) {en[0]}"
    return Story(headline, title, _marked(headline, zh), _marked(title, en))


def _paragraph(draw: random.Random, who: tuple[str, str], what: tuple[str, str]) -> tuple[str, str]:
    zh, en = [], []
    for original, translation in draw.sample(SENTENCES, draw.randint(1, 5)):
        (where, place), day, hour = draw.choice(PLACES), draw.randint(1, 30), draw.randint(4, 11)
        number = draw.choice((draw.randint(12, 99), draw.randint(100, 999), 10 * draw.randint(110, 990)))
        words = {"who": who[0], "Who": who[1], "what": what[0], "What": what[1], "where": where, "Where": place}
        words |= {"n": _numeral(number), "e": f"{number:,}", "d": _numeral(day), "D": _nth(day)}
        words |= {"h": _numeral(hour), "H": str(hour)}
        zh.append(original.format(**words))
        en.append(translation.format(**words))
    return "、".join(zh) + "、", ". ".join(en) + "."


def _numeral(number: int) -> str:
    written, nought = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            written += "零" * nought + ("" if written == "" and sign == "十" and digit == 1 else _DIGITS[digit]) + sign
            nought = False
        else:
            nought = bool(written)
    return written


_DIGITS = "零一二三四五六七八九"


def _nth(day: int) -> str:
    return f"{day}{'th' if day in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _marked(heading: str, paragraphs: list[str]) -> str:
    return f"<h3>{heading}</h3>\n" + "".join(f"<p>{one}</p>\n" for one in paragraphs)
