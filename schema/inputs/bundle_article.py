"""An element of a bundle to the text of an article file."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.regex import regex

_KEYS = {
    "path": ("path", "file", "filename"),
    "title": ("title", "titleen", "englishtitle"),
    "author": ("author", "authoren", "englishauthor"),
    "date": ("date",),
    "page": ("page", "pagenumber", "pageno"),
    "edition": ("edition",),
    "english": ("english", "en", "translation", "body", "englishtext", "bodyen"),
    "chinese": ("original", "zh", "chinese", "originaltext", "chinesetext", "bodyzh"),
    "headline": ("headline", "titlezh", "chinesetitle", "originaltitle"),
    "writer": ("authorzh", "chineseauthor", "originalauthor"),
    "column": ("column", "专栏"),
    "content": ("content", "text", "markdown"),
}
_MEANING = {key: meaning for meaning, keys in _KEYS.items() for key in keys}
_IN_KEY = regex(r"[\s_-]+")
_HEADERS = (("title", "Title"), ("author", "Author"), ("date", "Date"), ("page", "Page"), ("edition", "Edition"))
_BETWEEN = "\n\n\n\n<hr /> \n\nOriginal: \n\n\n"
_HEADED = regex(r"\s*Title[ \t]*[:：]")


class Number(str):
    """A number of the script, as written: what it means is for others to say."""

    __slots__ = ()


def path_of(element: object) -> str:
    """The path that an element says its article has, '' where it says none."""
    return _fields(element).get("path", "") if isinstance(element, dict) else ""


def article_text(element: object) -> str:
    """The article file that an element stands for.

    A string is the file itself.  An object of the archive has the header's values in `title`, `author`, `date` and
    `page_number`, and all that follows the header, both languages, in `content`; the lines of the header are put
    before it again, none for a key that is absent.  An object may also have the languages apart, in `english` (or
    `en`, `body`, `translation`) and `original` (or `zh`, `chinese`), with `headline`, `author_zh` and `column` of the
    original: then they are put together in the archive's format.  Keys are taken without regard to case, `_` and `-`.

    Raises:
        ValueError: the element holds no article; the message says why.
    """
    if isinstance(element, str) and not isinstance(element, Number):
        return element
    if not isinstance(element, dict):
        raise ValueError(f"{_NAMES[type(element)]}, where an article belongs")  # noqa: TRY004  one error
    fields = _fields(element)
    # It holds both languages: what else the object says of them is no more than a part of it.
    if "content" in fields:
        body = fields["content"]
        # A header that is there already is not put before it once more.
        return body if _HEADED.match(body) else f"{_header(fields)}\n{body}\n"
    if "english" not in fields and "chinese" not in fields:
        # Eight keys tell what it is instead, and the sentence stays one.
        found = ", ".join(sorted(map(str, element))[:8]) or "none"
        raise ValueError(f"no text: expected the key `content`, or `english` and `original`; found {found}")
    return _header(fields) + "\n" + fields.get("english", "") + _BETWEEN + _original(fields) + "\n"


_NAMES: Mapping[type, str] = {Number: "a number", list: "a list", bool: "true or false", type(None): "null"}


def _fields(element: Mapping[object, object]) -> dict[str, str]:
    """The values that are text, by meaning."""
    fields: dict[str, str] = {}
    for key, value in element.items():
        meaning = _MEANING.get(_IN_KEY.sub("", str(key)).lower())
        if meaning and (value is None or isinstance(value, str)):
            # Of several keys of one meaning the first counts.
            fields.setdefault(meaning, value or "")
    return fields


def _header(fields: Mapping[str, str]) -> str:
    return "".join(f"{label}: {_line(fields[key])}".rstrip() + "\n" for key, label in _HEADERS if key in fields)


def _original(fields: Mapping[str, str]) -> str:
    body = fields.get("chinese", "")
    if body.lstrip().startswith("#"):  # the whole half, with its headline
        return body
    page = fields.get("page", fields.get("edition", ""))
    lines = [
        f"### {_line(fields.get('headline', ''))}",
        _line(fields.get("writer", "")),
        _line(fields.get("date", "")),
        f"第{_line(page)}版()",
        f"专栏：{_line(fields.get('column', ''))}",
        "",
        body,
    ]
    return "\n".join(lines)


def _line(value: str) -> str:
    """A value on one line."""
    return " ".join(value.splitlines()).strip()
