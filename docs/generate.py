"""Write the pages that are made from the code: one for each rule, and their list.

python docs/generate.py            write docs/rules/
python docs/generate.py --check    fail where a page is not what would be written
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from duizhao.validator.examples import KEYS
from duizhao.validator.registry import registry
from duizhao.validator.rule import FAMILIES, Rule

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rules")
NOTE = "<!-- Made by docs/generate.py from the rule's docstring; edit that. -->"


def pages() -> dict[str, str]:
    """File name to content of every page."""
    rules = registry()
    found = {file_name(rule): rule_page(rule) for rule in rules.values()}
    return found | {"README.md": index(list(rules.values()))}


def file_name(rule: Rule) -> str:
    return f"{rule.code}.md"


def rule_page(rule: Rule) -> str:
    """The manual page of a rule, as Markdown."""
    lines = [NOTE, f"# {rule.code} {rule.name}", "", f"*{FAMILIES[rule.family]}, {rule.severity.word}*", ""]
    lines += [rule.summary, "", f"**Why.** {rule.why}", ""]
    for title, examples in (("It fires on", rule.fires), ("It is silent on", rule.silent)):
        for example in examples:
            lines += [f"{title}", "", "```yaml", *(line.strip() for line in example.splitlines()), "```", ""]
    if rule.requires:
        lines += [f"Not run where one of these finds something: {', '.join(map(_link, rule.requires))}.", ""]
    if rule.source:
        lines += [f"Source: {rule.source}", ""]
    return "\n".join(lines)


def index(rules: list[Rule]) -> str:
    """The list of all rules, and how to read their examples."""
    return "\n".join([NOTE, "# Rules", "", *_tables(rules), *_keys()])


def _tables(rules: list[Rule]) -> Iterator[str]:
    for family, title in FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if members:
            yield from (f"## {family}: {title}", "", "| code | name | severity | what it finds |", "|---|---|---|---|")
            for rule in members:
                yield f"| {_link(rule.code)} | {rule.name} | {rule.severity.word} | {rule.summary} |"
            yield ""


def _keys() -> Iterator[str]:
    yield from (
        "## Examples",
        "",
        "What an example does not give has a sound default.",
        "",
        "| key | meaning |",
        "|---|---|",
    )
    for key, meaning in KEYS.items():
        yield f"| `{key}` | {meaning.replace('|', chr(92) + '|')} |"
    yield ""


def _link(code: str) -> str:
    return f"[{code}]({code}.md)"


def stale() -> list[str]:
    """Names of pages that are missing, differ, or belong to no rule."""
    wanted = pages()
    present = {name for name in os.listdir(FOLDER) if name.endswith(".md")} if os.path.isdir(FOLDER) else set()
    differing = {name for name in present & wanted.keys() if _read(name) != wanted[name]}
    return sorted(differing | (present ^ wanted.keys()))


def write() -> None:
    """Write all pages, and remove those of rules that are gone."""
    os.makedirs(FOLDER, exist_ok=True)
    wanted = pages()
    for name in set(os.listdir(FOLDER)) - wanted.keys():
        os.remove(os.path.join(FOLDER, name))
    for name, text in wanted.items():
        with open(os.path.join(FOLDER, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _read(name: str) -> str:
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="") as file:
        return file.read()


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        write()
        return 0
    names = stale()
    for name in names:
        print(f"docs/rules/{name} is not what docs/generate.py writes; run it")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
