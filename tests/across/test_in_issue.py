"""What articles of an issue are recognised by: with both halves as others are, with one of them by nothing."""

from __future__ import annotations

import pytest
from reading import read

from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.across.signature import Signature, signature_of
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Place

ZH = "<h3>全县今年丰收</h3><p>今年全县的收成都很好，农民都很高兴。</p>"
EN = "<h3>A Good Harvest in the County</h3><p>The harvest is good.</p>"
ALONE = b"### A Good Harvest in the County\n\nThe harvest is very good.\n"


def page(*panes: str) -> bytes:
    body = "\n".join(f'<div class="pane">\n<h1>1936.05.04</h1>\n{pane}\n</div>' for pane in panes)
    return f"<html><body>\n{body}\n</body></html>\n".encode()


def signed(path: str, data: bytes, beside: tuple[str, bytes] | None = None) -> Signature:
    (article,) = (one for one in read(path, data, beside=beside) if isinstance(one, Article))
    return signature_of(article)


def of_a_file(**keys: str) -> Signature:
    return signature_of(parse(Source.decode("a.md", article_bytes(keys))))


def test_an_article_with_both_halves_is_known_as_in_a_file_of_its_own() -> None:
    found = signed("1936.05.04.html", page(ZH, EN))
    own = of_a_file(
        title="A Good Harvest in the County",
        headline="全县今年丰收",
        zh="今年全县的收成都很好，农民都很高兴。",
        en="The harvest is good.",
    )
    assert found[4:10] == own[4:10]
    assert 0 not in found[4:9]
    assert len(found.sketch) == 1
    assert (found.line, own.line) == (8, 0)
    assert (found.title and found.title.text) == "A Good Harvest in the County"
    assert (found.headline and found.headline.text) == "全县今年丰收"


@pytest.mark.parametrize(("pane", "letters"), [(ZH, 0), (EN, 16)])
def test_one_half_alone_is_compared_with_nothing(pane: str, letters: int) -> None:
    found = signed("1936.05.04.html", page(pane))
    assert (found.original, found.translation, found.title_key, found.sketch) == (0, 0, 0, ())
    assert found.letters == letters
    assert (found.headline is not None) is (pane == ZH)
    assert (found.headline_key != 0) is (pane == ZH)


def test_a_second_translation_is_compared_with_nothing() -> None:
    found = signed("1936.05.04.md", ALONE, ("1936.05.04.html", page(ZH, EN)))
    assert (found.original, found.translation, found.title_key, found.sketch) == (0, 0, 0, ())
    assert found.headline is None  # it stands in the other file
    assert found.title == Place(1, 5, 1, 33, "A Good Harvest in the County")
    first = signed("1936.05.04.md", ALONE, ("1936.05.04.html", page(ZH)))
    assert 0 not in (first.original, first.translation, first.title_key)


def test_an_article_without_a_headline_has_no_key_of_one() -> None:
    text = "All met.\n\n<hr />\nOriginal:\n\n    今年全县的收成都很好。\n"
    found = signature_of(parse(Source.decode("a.md", text.encode())))
    assert (found.title, found.headline, found.title_key, found.headline_key) == (None, None, 0, 0)
    assert found.original != 0
    assert Signature("a.md", "a", None, None, 0, 0, 0, 0, 0, ()).line == 0  # where nothing else is known
