from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_articles import article, write_articles

from duizhao.datapackage.make.build import build
from duizhao.datapackage.reading.unpack import unpack
from duizhao.errors import PackageError, UsageError

BLANKS = st.sampled_from(["", " ", "\n", "\n\n", "    ", "\u3000\u3000", "\t", "\r\n", " \n \n"])
WORDS = st.one_of(
    st.sampled_from(
        ["丰收", "全县收粮食一万五千吨。", "15,000 tons", "=1+1", "-5", "'=x", "@a", "a,b", 'he said "no"', "x\x07y"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)
LINES = st.tuples(BLANKS, WORDS, BLANKS).map("".join)


@st.composite
def article_files(draw: st.DrawFn) -> bytes:
    """Files of all shapes, most of them more or less articles."""
    text = st.lists(LINES, max_size=4).map("\n".join)
    date = draw(st.sampled_from(["1958-10-13", "1958.10.13", "1958年10月3日", "10/13", ""]))
    page = draw(st.sampled_from(["2", "02", "", "12"]))
    label = draw(st.sampled_from(["Page", "Edition"]))
    head = f"Title: {draw(WORDS)}\nAuthor:{draw(LINES)}\nDate: {date}\n{label}: {page}\n{draw(BLANKS)}"
    entities = draw(st.sampled_from(["", "\n**Named Entities**\n\n涟源 Lianyuan\n"]))
    middle = draw(st.sampled_from(["\n\n\n\n<hr /> \n\nOriginal: \n\n\n", "\n<hr />\nOriginal:\n", "\n"]))
    chinese = f"### {draw(WORDS)}\n{draw(LINES)}\n{date}\n第{page}版()\n专栏：{draw(WORDS)}\n{draw(BLANKS)}"
    whole = head + draw(text) + entities + middle + chinese + draw(text)
    bom = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return bom + draw(st.sampled_from([whole, whole.replace("\n", "\r\n")])).encode()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@given(article_files())
@settings(max_examples=120, deadline=None)
def test_round_trip(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build([write_articles(str(folder / "s"), {"1958/1958-10-13.md": data})], str(folder / "p"))
        assert unpack(str(folder / "p"), str(folder / "files")) == 1
        assert contents(folder / "files") == {"1958-10-13.md": data} or contents(folder / "files") == {
            "1958/1958-10-13.md": data
        }
        build([str(folder / "files")], str(folder / "q"))
        assert contents(folder / "q") == contents(folder / "p")


def test_the_target_is_in_use(tmp_path: Path) -> None:
    build([write_articles(str(tmp_path / "s"), {"a.md": article()})], str(tmp_path / "p"))
    with pytest.raises(UsageError, match="in use"):
        unpack(str(tmp_path / "p"), str(tmp_path / "s"))


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (",a.md,", ",../a.md,", "leads out of the folder"),
        (",a.md,", ",/etc/a.md,", "leads out of the folder"),
        ("Good", "Bad", "do not give back the file"),
        (
            ",,\n",
            ',,"{""bom"":false,""parts"":[""a"",""english.title"",""b"",""english.title"",""c""]}"\n',
            "layout does not fit",
        ),
        (",,\n", ",,{}\n", "layout does not fit"),
    ],
)
def test_a_package_that_was_changed(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    build([write_articles(str(tmp_path / "s"), {"a.md": article()})], str(tmp_path / "p"))
    path = tmp_path / "p" / "data" / "articles.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    with pytest.raises(PackageError, match=complaint):
        unpack(str(tmp_path / "p"), str(tmp_path / "files"))
    assert not (tmp_path / "files").exists()
