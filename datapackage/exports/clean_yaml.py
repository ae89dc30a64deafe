"""YAML that people read: what commands a terminal, or turns text about, stands in it as an escape."""

from __future__ import annotations

from typing import Any

from duizhao.printable import escaped


def clean_yaml(document: dict[str, Any]) -> str:
    """A document as YAML; a reader of YAML gets the very texts."""
    import yaml  # noqa: PLC0415  only where such a file is written

    class Dumper(yaml.SafeDumper):
        """Quotes what needs an escape: only a quoted text may have one."""

    def text(dumper: Dumper, value: str) -> yaml.Node:
        style = '"' if escaped(value) != value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    return escaped(yaml.dump(document, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=120))
