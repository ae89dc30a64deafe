"""The examples of a rule's manual page as article files.

An example is a few lines `key: words`.  What it does not give has a sound default, so that it shows only what matters:

    zh: 产煤一万五千吨。
    en: The output was 1,500 tons of coal.
    marks: 1,500 tons
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.errors import DuizhaoError
from duizhao.regex import regex
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.waiving.waivers import Waiver

KEYS = {
    "path": "name of the file",
    "issue": "name of the page that holds all the articles of the example, parted by `---`, in place of a file each",
    "alone": "another English body of the article, in a file beside the page that has the English of the issue alone",
    "title": "`Title:`",
    "author": "`Author:`",
    "date": "`Date:`, and the date of the original unless that is given",
    "page": "`Page:`, and the page of the original unless that is given",
    "header": "the whole English header, in place of the four above; ` | ` parts its lines",
    "en": "the English body; ` ¶ ` parts its paragraphs",
    "separator": "the lines between the halves; ` | ` parts them",
    "headline": "the Chinese headline",
    "zh_author": "the author line of the original",
    "zh_date": "the date line of the original",
    "zh_page": "the number in 第N版",
    "column": "the name after 专栏：",
    "original": "the whole head of the original, in place of the five above; ` | ` parts its lines",
    "zh": "the Chinese body; ` ¶ ` parts its paragraphs",
    "marks": "what a finding must mark in either language; ` ¶ ` parts several",
    "publication": "first and last issue of the newspaper, `1946-05-15..2003-12-31`",
    "absent": "header lines that files of the newspaper must not have",
    "waiver": "a rule, the words waived and when that expires, parted by ` | `",
    "glossary": "a term, the accepted and the rejected English, parted by ` | `",
}
"""What the lines of an example may be called; a line `---` parts the files of an example of several."""

_DEFAULTS = {
    "path": "example.md",
    "title": "A Good Harvest",
    "author": "",
    "date": "1958-10-13",
    "page": "2",
    "en": "The harvest is very good this year.",
    "separator": "<hr /> | Original: ",
    "headline": "丰收",
    "zh_author": "",
    "column": "",
    "zh": "今年收成很好。",
}
_LINE = regex(r"([a-z_]+):[ ]?(.*)")
_ESCAPE = regex(r"\\u([0-9a-fA-F]{4})")
_WIDE = regex(r"[\u3000-\u9fff\uff00-\uffef]")


class ExampleError(DuizhaoError):
    """An example that is not of the form described in `KEYS`."""


class Example(NamedTuple):
    """An example, ready to be checked."""

    files: tuple[tuple[str, bytes], ...]
    """Path and content; more than one where the rule compares articles."""
    marks: tuple[str, ...]
    settings: Settings
    """What must be in force for it, apart from the selection of rules."""
    waivers: tuple[Waiver, ...] = ()


def read_example(text: str) -> Example:
    """An example as article files.

    Raises:
        ExampleError: a line is of a kind that `KEYS` does not have.
    """
    parts = [parse_keys(part) for part in re.split(r"^[ ]*---$", text, flags=re.MULTILINE)]
    files = files_of(parts)
    marks = tuple(word.strip() for keys in parts for word in keys.get("marks", "").split("¶") if word.strip())
    return Example(files, marks, settings_of(parts[0]), waivers_of(parts[0]))


def files_of(articles: Sequence[dict[str, str]]) -> tuple[tuple[str, bytes], ...]:
    """Path and content of the files of an example, from the keys of its articles."""
    if name := articles[0].get("issue"):
        return issue_files(name, articles)
    return tuple(_file(keys, number) for number, keys in enumerate(articles))


def parse_keys(text: str) -> dict[str, str]:
    """The lines of an example by their keys; a line without a key goes on with the one before.

    Raises:
        ExampleError: a key is unknown.
    """
    keys: dict[str, str] = {}
    last = ""
    for line in map(str.strip, text.splitlines()):
        match = _LINE.match(line)
        if match and match[1] in KEYS:
            last = match[1]
            keys[last] = match[2]
        elif line and not last:
            raise ExampleError(f"no key of an example: {line!r}")
        elif line:
            keys[last] = _join(keys[last], line)
    return {key: _ESCAPE.sub(lambda match: chr(int(match[1], 16)), value) for key, value in keys.items()}


def _join(first: str, second: str) -> str:
    """Two lines of one value: a blank between English words, none between Chinese characters."""
    wide = _WIDE.match(first[-1:]) and _WIDE.match(second)
    return first + ("" if wide else " ") + second


def article_bytes(given: dict[str, str]) -> bytes:
    """The article file of an example whose keys are given."""
    keys = _DEFAULTS | given
    header = _lines(keys["header"]) if "header" in keys else _header(keys)
    original = _lines(keys["original"]) if "original" in keys else _original(keys)
    english = [*header, "", *_paragraphs(keys["en"], "", blank=True)]
    chinese = ["", *original, "", *_paragraphs(keys["zh"], "    ", blank=False)]
    halves = [*english, "", *_lines(keys["separator"]), *chinese] if keys["separator"] != "none" else english
    return ("\n".join(halves) + "\n").encode("utf-8", "surrogatepass")


def issue_bytes(articles: Sequence[dict[str, str]]) -> bytes:
    """The page of an issue whose articles have the keys that are given; a page `none` is one without a mark."""
    given = [_DEFAULTS | article for article in articles]
    date = given[0]["date"]
    panes = []
    for page, headline, body in (("zh_page", "headline", "zh"), ("page", "title", "en")):
        marks = [keys.get(page, keys["page"]) for keys in given]
        parts = [f"<h1>{date}</h1>"]
        for mark, before, keys in zip(marks, ["none", *marks], given, strict=False):
            parts += [f"<h2>Page {mark}</h2>"] if mark not in ("none", before) else []
            parts.append(f"<h3>{keys[headline]}</h3>")
            parts += [f"<p>{paragraph}</p>" for paragraph in _paragraphs(keys[body], "", blank=False)]
        panes.append("\n".join(['<div class="pane">', *parts, "</div>"]))
    return ("<html><body>\n" + "\n".join(panes) + "\n</body></html>\n").encode("utf-8", "surrogatepass")


def issue_files(name: str, articles: Sequence[dict[str, str]]) -> tuple[tuple[str, bytes], ...]:
    """The page of an issue, and the file with its English alone where an example gives that."""
    page = name, issue_bytes(articles)
    bodies = [
        (article.get("title", _DEFAULTS["title"]), article["alone"]) for article in articles if "alone" in article
    ]
    parts = (f"### {title}\n\n" + "\n\n".join(_paragraphs(body, "", blank=False)) for title, body in bodies)
    alone = "\n\n".join(parts) + "\n"
    return (page, (name.rpartition(".")[0] + ".md", alone.encode("utf-8", "surrogatepass"))) if bodies else (page,)


def settings_of(keys: dict[str, str]) -> Settings:
    """The settings that an example asks for."""
    settings = Settings()
    if "publication" in keys or "absent" in keys:
        first, _, last = keys.get("publication", "").partition("..")
        absent = tuple(keys.get("absent", "").split())
        newspaper = Publication("example", title="Example Daily", first=first, last=last, header_absent=absent)
        settings = settings._replace(publication=newspaper)
    if "glossary" in keys:
        chinese, accepted, rejected = (part.strip() for part in keys["glossary"].split(" | "))
        settings = settings._replace(glossary=(Term(chinese, (accepted,), (rejected,)),))
    return settings


def waivers_of(keys: dict[str, str]) -> tuple[Waiver, ...]:
    """The waiver that an example has."""
    if "waiver" not in keys:
        return ()
    rule, text, expires = ([part.strip() for part in keys["waiver"].split(" | ")] + [""])[:3]
    return (Waiver(rule, "", "*", text, "as printed", "an editor", "1999-01-01", expires, file="waivers.yaml"),)


def _file(keys: dict[str, str], number: int) -> tuple[str, bytes]:
    path = keys.get("path") or (f"example-{number + 1}.md" if number else _DEFAULTS["path"])
    return path, article_bytes(keys)


def _header(keys: dict[str, str]) -> list[str]:
    author = f"Author: {keys['author']}" if keys["author"] else "Author:"
    return [f"Title: {keys['title']}", author, f"Date: {keys['date']}", f"Page: {keys['page']}"]


def _original(keys: dict[str, str]) -> list[str]:
    date, page = keys.get("zh_date", keys["date"]), keys.get("zh_page", keys["page"])
    return [f"### {keys['headline']}", keys["zh_author"], date, f"第{page}版()", f"专栏：{keys['column']}"]


def _lines(value: str) -> list[str]:
    return [line.strip(" ") for line in value.split("|")]


def _paragraphs(body: str, indent: str, *, blank: bool) -> list[str]:
    paragraphs = [indent + paragraph.strip(" ") for paragraph in body.split("¶") if paragraph.strip()]
    return [line for paragraph in paragraphs for line in ((paragraph, "") if blank else (paragraph,))]
