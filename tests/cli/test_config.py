"""The configuration: found, read, refused with a place, shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import BAD, DOUBTFUL, Run

from duizhao.errors import ConfigError
from duizhao.schema.dates import in_calendar
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import find, load
from duizhao.validator.configuration.conform import conform
from duizhao.validator.configuration.keys.file import schema
from duizhao.validator.configuration.path_patterns import matcher
from duizhao.validator.configuration.read_toml import read_toml
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.configuration.settings import Thresholds
from duizhao.validator.finding import Severity
from duizhao.validator.registry import registry

FULL = """\
select: [N, H101]
ignore:
  N103: the archive leaves these out
severities: {N: warning, N102: info}
fail-on: warning
jobs: 2
cache: false
exclude: ["drafts/"]
thresholds: {omission-ratio: 0.5}
publications:
- {name: rmrb, first: 1946-05-15, calendars: [roc], paths: ["rmrb/**"]}
- {name: shenbao, last: 1949-05-27}
overrides:
- paths: ["rmrb/1946/"]
  ignore: [H]
- paths: ["*.draft.md"]
  select: [N101]
  publication: rmrb
dataset: {title: Ein Titel}
"""


def test_everything_is_read(folder: Path) -> None:
    Path("duizhao.yaml").write_text(FULL, encoding="utf-8")
    config = find(registry)
    settings = config.settings
    assert (config.path, config.fail_on, config.jobs, config.cache) == ("duizhao.yaml", Severity.WARNING, 2, "")
    assert (settings.select, settings.ignore) == (("N", "H101"), ("N103",))
    assert dict(settings.severities)["N101"] == Severity.WARNING
    assert dict(settings.severities)["N102"] == Severity.INFO
    assert settings.thresholds == Thresholds(omission_ratio=0.5)
    assert config.dataset == {"title": "Ein Titel"}
    assert config.exclude == ("drafts/",)


@pytest.mark.parametrize(
    ("path", "select", "ignore", "publication"),
    [
        ("a.md", ("N", "H101"), ("N103",), "shenbao"),
        ("rmrb/1950/a.md", ("N", "H101"), ("N103",), "rmrb"),
        ("rmrb/1946/a.md", ("N", "H101"), ("N103", "H"), "rmrb"),
        ("x/y.draft.md", ("N101",), ("N103",), "rmrb"),
    ],
)
def test_paths_have_their_own_settings(
    path: str, select: tuple[str, ...], ignore: tuple[str, ...], publication: str, folder: Path
) -> None:
    Path("duizhao.yaml").write_text(FULL, encoding="utf-8")
    settings = find(registry).settings.for_path(path)
    assert (settings.select, settings.ignore) == (select, ignore)
    assert settings.publication is not None
    assert settings.publication.name == publication


def test_the_nearest_upwards_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "duizhao.yaml").write_text("jobs: 1", encoding="utf-8")
    monkeypatch.chdir(folder / "a" / "b")
    assert find(registry).jobs == 1
    assert find(registry).path == "../../duizhao.yaml"
    assert find(registry).settings.root == "../.."
    (folder / "a" / "pyproject.toml").write_text("[tool.duizhao]\njobs = 2\n", encoding="utf-8")
    assert find(registry).jobs == 2
    (folder / "a" / "b" / "pyproject.toml").write_text("[tool.ruff]\n# duizhao\n", encoding="utf-8")
    assert find(registry).jobs == 2


def test_patterns_are_measured_from_the_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "rmrb" / "1946").mkdir(parents=True)
    (folder / "duizhao.yaml").write_text(FULL, encoding="utf-8")
    monkeypatch.chdir(folder / "rmrb")
    assert "H" in find(registry).settings.for_path("1946/a.md").ignore
    assert "H" in find(registry).settings.for_path(str(folder / "rmrb/1946/a.md")).ignore


def test_there_may_be_none(folder: Path) -> None:
    assert find(registry, "/") == Config()


BROKEN = [
    ("selct: [N]", "1:1: unknown key `selct`; did you mean `select`?"),
    ("jobs: 2\nfail-on: eror", "2:1: `fail-on` is 'eror'; want error, warning or info; did you mean `error`?"),
    ("jobs: 0", "1:1: `jobs` is 0; it must be at least 1"),
    ("jobs: yes", "1:1: `jobs` is 'yes'; want a whole number"),
    ("jobs: true", "1:1: `jobs` is true; want a whole number"),
    ("select: N", "1:1: `select` is 'N'; want a list of codes, or no `select` at all for every rule"),
    ("select: []", "1:1: `select` is an empty list; want a list of codes, or no `select` at all for every rule"),
    (
        "select: [N, n101]",
        "1:13: `select[2]` is 'n101'; want a code of a rule or the beginning of one, such as N or N101",
    ),
    ("select: [N9]", "1:10: no rule begins with `N9`; `duizhao rules` lists them"),
    ("ignore:\n  X: because", "2:3: no rule begins with `X`; `duizhao rules` lists them"),
    ("ignore: 3", "1:1: `ignore` is 3; want a list or a mapping of codes to reasons"),
    ("overrides:\n- ignore: [N]", "2:3: `overrides[1]` has no `paths`"),
    ("overrides:\n- paths: [a]\n  publication: x", "3:3: no publication is called `x`"),
    ("overrides:\n- paths: []", "2:3: `overrides[1].paths` is an empty list"),
    (
        "publications:\n- name: a\n  first: 15 May 1946",
        "3:3: `publications[1].first` is '15 May 1946'; want a date, YYYY-MM-DD",
    ),
    (
        "publications: [{name: a, first: 1958-13-45}]",
        "1:26: `publications[1].first` is '1958-13-45'; the calendar has no such date",
    ),
    (
        "publications: [{name: a, last: 1940-02-30}]",
        "1:26: `publications[1].last` is '1940-02-30'; the calendar has no such date",
    ),
    (
        "publications: [{name: a, last: 0000-01-01}]",
        "1:26: `publications[1].last` is '0000-01-01'; the calendar has no such date",
    ),
    (
        'publications: [{name: a, last: "1940-02-03\\n"}]',
        "1:26: `publications[1].last` is '1940-02-03\\n'; want a date, YYYY-MM-DD",
    ),
    (
        "publications: [{name: a, terms: [{chinese: x, accepted: [y], first: 1945-13}]}]",
        "1:62: `publications[1].terms[1].first` is '1945-13'; the calendar has no such date",
    ),
    (
        "publications: [{name: a, units: [{chinese: x, accepted: [y]}, {chinese: x, accepted: [z]}]}]",
        "1:63: x occurs twice for the same period",
    ),
    (
        "publications: [{name: a, first: 1949-05-27, last: 1949-05-26}]",
        "1:45: `last` is 1949-05-26, which is before `first`, 1949-05-27",
    ),
    (
        "publications: [{name: a, profile: shenbao, first: 1950-01-01}]",
        "1:16: `last` is 1949-05-27, which is before `first`, 1950-01-01",
    ),
    (
        "publications: [{name: a, terms: [{chinese: x, accepted: [y], first: 1945-02, last: 1944}]}]",
        "1:78: `last` is 1944, which is before `first`, 1945-02",
    ),
    ("publications: [{name: a, profile: b}]", "1:26: no profile is called `b`; there are people_daily, shenbao"),
    ("dataset: {titel: x}", "1:11: unknown key `titel`; did you mean `title`?"),
    ("dataset: {creators: [{name: a, rolls: [b]}]}", "1:32: unknown key `rolls`; did you mean `roles`?"),
    ("thresholds: {omission-ratio: 2}", "1:14: `thresholds.omission-ratio` is 2; it must be at most 1"),
    ("[a]", "1:1: the document is a list; want a mapping"),
    ("a: &x 1\nb: *x", "2:4: an alias (`*name`); write the value out"),
    (
        "a: !!python/object:os.system {}",
        "1:4: the tag `tag:yaml.org,2002:python/object:os.system`; none is understood here",
    ),
    ("jobs: 1\njobs: 2", "2:1: the key `jobs` for the second time"),
    ("? [a]\n: b", "1:3: a key that is a list or a mapping; a key must be a word"),
    ("---\na: 1\n---\nb: 2", "3:1: a second document; one is all there may be"),
    ("a: [1,\n", "2:1: not YAML: did not find expected node content"),
    ("a: " + "[" * 30, "1:23: nested more than 20 deep"),
    ("a: \x07", " not YAML: control characters are not allowed"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[text[:24] for text, _ in BROKEN])
def test_errors_say_where(text: str, message: str, folder: Path) -> None:
    Path("duizhao.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        find(registry)
    assert str(caught.value) == f"duizhao.yaml:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[tool.duizhao]\nselct = ["N"]', "2:1: unknown key `selct`; did you mean `select`?"),
        ('[tool.duizhao]\nselect = ["N9"]', "2:1: no rule begins with `N9`; `duizhao rules` lists them"),
        (
            "[project]\n[[tool.duizhao.publications]]\nname = 'a'\n[[tool.duizhao.publications]]\npages = 3",
            "4:1: `publications[2]` has no `name`",
        ),
        ("[tool.duizhao.severities]\nN101 = 'bad'", "2:1: `severities.N101` is 'bad'; want error, warning or info"),
        ("[tool.duizhao]\nselect = [", "2:1: not TOML: Invalid value"),
    ],
)
def test_errors_in_toml_say_where(text: str, message: str, folder: Path) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        find(registry)
    assert str(caught.value) == f"pyproject.toml:{message}"


def test_other_failures(folder: Path, run: Run) -> None:
    assert run("check", "--config", "no.yaml").err == (
        "duizhao: no.yaml: the configuration cannot be read: No such file or directory\n"
    )
    Path("duizhao.yaml").write_bytes(b"select: \xff")
    assert run("check").err.startswith("duizhao: duizhao.yaml:1:9: not UTF-8")
    assert run("check").code == 2
    Path("duizhao.yaml").write_bytes(b"#" * ((1 << 20) + 1))
    assert "larger than" in run("check").err
    Path("duizhao.yaml").write_text("jobs: 1", encoding="utf-8")
    Path("pyproject.toml").write_text("[tool.duizhao]\njobs = 2", encoding="utf-8")
    assert "keep one" in run("check").err


def test_the_command_line_comes_after(folder: Path, run: Run) -> None:
    Path("duizhao.yaml").write_text("select: [H]\noverrides: [{paths: ['*'], select: [H]}]\n", encoding="utf-8")
    Path("a.md").write_bytes(BAD)
    assert run("check").code == 0
    assert run("check", "--select", "N101,N102").code == 1
    assert run("check", "--select", "N", "--ignore", "N102").code == 0
    assert run("check", "--no-config").code == 1
    assert run("check", "--select", "Q").err == "duizhao: no rule begins with `Q`; `duizhao rules` lists them\n"


def test_severities_and_exclusion_take_effect(folder: Path, run: Run) -> None:
    Path("a.md").write_bytes(DOUBTFUL)
    Path("drafts").mkdir()
    Path("drafts/b.md").write_bytes(BAD)
    assert run("check").code == 1
    Path("duizhao.yaml").write_text("exclude: [drafts/]", encoding="utf-8")
    assert run("check").code == 0
    assert run("check", "drafts/b.md").code == 1
    assert run("check", "drafts/b.md", "--force-exclude").code == 0
    assert run("check", "--exclude", "*.md").out.endswith("no findings in 0 files\n")
    assert run("check", "--fail-on", "info").code == 1
    Path("duizhao.yaml").write_text("severities: {N102: info}", encoding="utf-8")
    assert run("check").code == 0


def test_a_glossary_is_read(folder: Path) -> None:
    Path("terms.yaml").write_text("- chinese: 人民公社\n  accepted: [people's commune]\n", encoding="utf-8")
    Path("duizhao.yaml").write_text("glossary: terms.yaml", encoding="utf-8")
    assert [term.chinese for term in find(registry).settings.glossary] == ["人民公社"]


def test_show(folder: Path, run: Run) -> None:
    Path("duizhao.yaml").write_text("jobs: 2\nselect: [N]\n", encoding="utf-8")
    shown = run("config", "--show").out
    assert "# duizhao.yaml\n" in shown
    assert 'select: ["N"]  # duizhao.yaml:2\n' in shown
    assert 'fail-on: "error"  # default\n' in shown
    Path("shown.yaml").write_text(shown, encoding="utf-8")
    assert load("shown.yaml", registry).settings == find(registry).settings


def test_show_names_every_key(run: Run) -> None:
    shown = run("config").out
    for key in schema()["properties"]:
        assert re.search(rf"^(# )?{key}:", shown, re.MULTILINE), key


# The parts


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("1958/", ["1958/a.md", "x/1958/a.md"], ["1958a/b.md"]),
        ("*.md", ["a.md", "x/a.md"], ["a.md.txt"]),
        ("x/*.md", ["x/a.md"], ["a.md", "x/y/a.md", "z/x/a.md"]),
        ("x/**/a.md", ["x/a.md", "x/y/z/a.md"], ["xa.md"]),
        ("**/a.md", ["a.md", "x/a.md"], ["ba.md"]),
        ("/a.md", ["a.md"], ["b.md"]),
        ("a?.md", ["ab.md"], ["a.md", "a/.md"]),
        ("[ab].md", ["a.md"], ["c.md"]),
        ("[!a].md", ["b.md"], ["a.md"]),
        ("a.zip", ["a.zip!/x/b.md"], ["a.zipper"]),
        ("a(b+c", ["a(b+c"], ["abc"]),
    ],
)
def test_patterns(pattern: str, fits: list[str], fits_not: list[str]) -> None:
    match = matcher((pattern,))
    assert [path for path in fits + fits_not if match(path)] == fits


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("1958-10-13", "1958-10-13"),
        ("~", None),
        ("0x1F", "0x1F"),
        ("010", 10),
        ("1e3", 1000.0),
        (".5", 0.5),
        (".", "."),
        ("'1'", "1"),
        ("|\n  a\n  b\n", "a\nb\n"),
        ("9" * 400, "9" * 400),
    ],
)
def test_scalars(text: str, value: Any) -> None:
    assert read_yaml("x", f"a: {text}").data == {"a": value}


def test_toml_places_of_dotted_and_quoted_keys() -> None:
    document = read_toml("x", "[tool.duizhao]\n'a' = 1\nb.c = 2\n[tool.other]\nb.d = 1\n", "tool.duizhao")
    assert document.place(("a",)).line == 2
    assert document.place(("b", "c")).line == 3
    assert ("b", "d") not in document.places


_words = st.sampled_from(
    ["N", "N101", "error", "x", "", " ", "1946-05-15", "1940-02-30", "0000-01-01", "1945-13", "roc"]
)
_scalars = _words | st.integers(-2, 300) | st.booleans() | st.none() | st.just(0.5)
_keys = st.sampled_from(
    [
        *schema()["properties"],
        "name",
        "paths",
        "pages",
        "first",
        "terms",
        "chinese",
        "accepted",
        "last",
        "keywords",
        "x",
    ]
)
_data = st.recursive(_scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_keys, inner, max_size=3))


CALENDAR = jsonschema.FormatChecker(formats=("date",))
CALENDAR.checks("period")(lambda value: not isinstance(value, str) or in_calendar(value))


@given(st.dictionaries(_keys, _data, max_size=3))
def test_our_validator_agrees_with_the_full_one(data: dict[str, Any]) -> None:
    full = jsonschema.Draft202012Validator(schema(), format_checker=CALENDAR)
    assert bool(conform(data, schema())) != full.is_valid(data)


def test_unknown_keywords_are_refused() -> None:
    with pytest.raises(TypeError, match="maxItems"):
        conform([1], {"type": "array", "maxItems": 3})


@pytest.mark.parametrize(
    ("data", "form", "flaws"),
    [
        ("a", {"minLength": 2}, ["the document is too short"]),
        ({"a": 1}, {"properties": {}, "additionalProperties": {"type": "string"}}, ["`a` is 1; want a text"]),
        ({"a": 1}, {"properties": {}, "additionalProperties": True}, []),
        # A keyword for lists says nothing of what is no list, as the standard has it.
        (1, {"items": {"type": "string"}, "required": ["a"], "properties": {"a": {}}, "minLength": 2}, []),
    ],
)
def test_what_does_not_fit(data: object, form: dict[str, object], flaws: list[str]) -> None:
    assert [flaw.message for flaw in conform(data, form)] == flaws
