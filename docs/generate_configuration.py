"""Refresh the table of keys in `docs/configuration.md`, from `validator/configuration/keys.py`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from pages import ROOT, main

from duizhao.validator.configuration.keys import KEYS, OVERRIDE, PUBLICATION, TERM, THRESHOLDS, Key

PAGE = ROOT / "docs" / "configuration.md"
BELOW = {"overrides": OVERRIDE, "publications": PUBLICATION, "thresholds": THRESHOLDS}
HEAD = "| key | meaning | default | command line |\n|---|---|---|---|\n"
_BLOCK = re.compile(r"(?<=<!-- keys: generated -->\n\n)(?:\|.*\n)*")


def pages() -> dict[Path, str]:
    table = HEAD + "".join(_rows())
    return {PAGE: _BLOCK.sub(lambda _: table, PAGE.read_text(encoding="utf-8"), count=1)}


def _rows() -> Iterator[str]:
    for key in KEYS:
        inner = BELOW.get(key.name, ())
        yield _row(key.name, key, "" if inner else _default(key))
        for one in inner:
            yield _row(f"{key.name}: {one.name}", one, _default(one))
            if one.name == "terms":
                yield from (_row(f"{key.name}: terms: {part.name}", part, _default(part)) for part in TERM)


def _row(name: str, key: Key, default: str) -> str:
    meaning = f"{key.meaning} Obligatory." if key.required else key.meaning
    return f"| `{name}` | {meaning} | {default} | {key.option} |\n"


def _default(key: Key) -> str:
    if key.default in (None, [], {}):
        return ""
    words = ", ".join(key.default) if isinstance(key.default, list) else json.dumps(key.default).strip('"')
    return f"`{words}`"


if __name__ == "__main__":
    raise SystemExit(main(pages()))
