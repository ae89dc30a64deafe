"""Waivers and the baseline: anchored on content, accounted for, and only ever fewer."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from made_up import BAD, DOUBTFUL, GOOD, Run, finding

from duizhao.cli.commands import baseline
from duizhao.errors import ConfigError
from duizhao.source import Position
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Severity
from duizhao.validator.report import FileResult
from duizhao.validator.waiving.waiver_file import line_of, read_waivers
from duizhao.validator.waiving.waivers import Waiver, Waivers

TODAY = "2026-06-01"
WAIVER = Waiver("N102", "0123456789abcdef0123", "", "", "as printed", "Li Min", "2026-01-02", file="w.yaml")
BY_WORDS = WAIVER._replace(fingerprint="", path="1958/", text="一万五千吨")


def waived(*waivers: Waiver) -> str:
    """The reason with which the finding made up is accepted."""
    one = finding()
    (result,) = Waivers(waivers, TODAY).apply(FileResult(one.path, (one,))).findings
    return result.waived


@pytest.mark.parametrize(
    ("waiver", "accepted"),
    [
        (WAIVER, True),
        (WAIVER._replace(fingerprint="x"), False),
        (WAIVER._replace(rule="N101"), False),
        (WAIVER._replace(path="somewhere/else.md"), True),
        (BY_WORDS, True),
        (BY_WORDS._replace(path="1959/"), False),
        (BY_WORDS._replace(path="*.md", text="1,500"), True),
        (BY_WORDS._replace(text="1,600"), False),
        (BY_WORDS._replace(rule="N101"), False),
        (WAIVER._replace(expires="2026-06-02"), True),
        (WAIVER._replace(expires="2026-06-01"), False),
    ],
)
def test_what_is_accepted(waiver: Waiver, *, accepted: bool) -> None:
    assert waived(waiver) == ("as printed" if accepted else "")


def leftovers(*waivers: Waiver, settings: Settings | None = None) -> list[tuple[str, str]]:
    """Rule and message of what is left of the waivers after one finding."""
    used = Waivers(waivers, TODAY)
    used.apply(FileResult("a.md", (finding(),)))
    return [(one.rule, one.message) for one in used.leftovers(settings or Settings())]


def test_leftovers() -> None:
    unused = WAIVER._replace(fingerprint="x", text="three tons")
    expired = WAIVER._replace(expires="2026-05-01")
    assert leftovers(WAIVER) == []
    assert leftovers(unused) == [
        ("W101", "no finding of N102 on “three tons” is left that this waiver of 2026-01-02 accepts; remove it")
    ]
    assert leftovers(expired) == [
        ("W102", "the waiver of N102 by Li Min has expired on 2026-05-01; renew or remove it")
    ]
    assert leftovers(unused, expired, settings=Settings(ignore=("W",))) == []
    assert leftovers(unused, settings=Settings(ignore=("N102",))) == []
    assert leftovers(WAIVER, WAIVER) != []


def test_leftovers_point_into_the_file() -> None:
    waivers = Waivers([WAIVER._replace(position=Position(7, 3))], TODAY)
    (one,) = waivers.leftovers(Settings(severities=(("W101", Severity.ERROR),)))
    assert (one.path, one.severity, one.place and one.place[:2]) == ("w.yaml", Severity.ERROR, (7, 3))


def test_an_edit_elsewhere_does_not_break_a_waiver(folder: Path, run: Run) -> None:
    Path("a.md").write_bytes(BAD)
    assert run("baseline", "--by", "me").code == 0
    assert run("check", "--baseline", "duizhao-baseline.yaml").code == 0
    Path("a.md").write_bytes(BAD.replace(b"The output", b"Today's news.\n\nThe output").replace(b"2\n", b"2\n\n", 1))
    assert run("check", "--baseline", "duizhao-baseline.yaml", "--select", "N").code == 0
    Path("a.md").write_bytes(BAD.replace(b"1,500", b"150"))
    assert run("check", "--baseline", "duizhao-baseline.yaml", "--select", "N").code == 1


def test_baseline_takes_what_is_there(folder: Path, run: Run) -> None:
    Path("a.md").write_bytes(BAD)
    Path("b.md").write_bytes(DOUBTFUL)
    done = run("baseline", "--reason", "legacy", "--by", "Li Min", "--expires", "2999-01-01")
    assert done.out == "duizhao-baseline.yaml: 2 findings accepted; 2 new, 0 dropped\n"
    assert "Add `baseline: duizhao-baseline.yaml` to duizhao.yaml" in done.err
    entries = yaml.safe_load(Path("duizhao-baseline.yaml").read_text(encoding="utf-8"))
    assert [(one["rule"], one["path"], one["text"], one["by"]) for one in entries] == [
        ("N102", "a.md", "1,500 tons", "Li Min"),
        ("N103", "b.md", "第二天", "Li Min"),
    ]
    assert {one["reason"] for one in entries} == {"legacy"}


def test_baseline_keeps_what_is_known(folder: Path, run: Run) -> None:
    Path("duizhao.yaml").write_text("baseline: base.yaml", encoding="utf-8")
    Path("a.md").write_bytes(BAD)
    run("baseline", "--reason", "first", "--by", "one")
    Path("b.md").write_bytes(DOUBTFUL)
    assert run("baseline", "--prune").out == "base.yaml: 1 finding accepted; 0 new, 0 dropped\n"
    assert run("baseline", "--reason", "second", "--by", "two").out.endswith("1 new, 0 dropped\n")
    assert [waiver.reason for waiver in read_waivers("base.yaml")] == ["first", "second"]
    Path("a.md").write_bytes(GOOD)
    assert run("baseline", "--prune").out == "base.yaml: 1 finding accepted; 0 new, 1 dropped\n"


def other(data: bytes, name: str) -> bytes:
    """Another article: what it is known by is its Chinese headline and opening."""
    signs = name.translate(str.maketrans("xyzwn", "东西南北中"))
    return data.replace(b"### ", f"### {signs}".encode())


@pytest.fixture
def two_folders(folder: Path, run: Run) -> Path:
    """A baseline over two folders, with reasons of people."""
    Path("duizhao.yaml").write_text("baseline: base.yaml", encoding="utf-8")
    for name in ("x", "y"):
        Path(name).mkdir()
        Path(name, "a.md").write_bytes(other(BAD, f"{name}甲"))
        Path(name, "b.md").write_bytes(other(DOUBTFUL, f"{name}乙"))
    run("baseline", "--reason", "seen by Li Min", "--by", "Li Min")
    return folder


def entries_of(path: str = "base.yaml") -> list[tuple[str, str, str]]:
    return [(waiver.path, waiver.rule, waiver.reason) for waiver in read_waivers(path) if waiver.rule[0] != "C"]


ALL = [
    (f"{folder}/{name}.md", rule, "seen by Li Min") for folder in "xy" for name, rule in (("a", "N102"), ("b", "N103"))
]


@pytest.mark.parametrize("option", [(), ("--prune",)])
@pytest.mark.parametrize("where", ["x", "x/", "./x", "x/a.md", "x/*.md"])
def test_what_was_not_looked_at_stays(where: str, option: tuple[str, ...], two_folders: Path, run: Run) -> None:
    done = run("baseline", where, *option, "--reason", "another")
    assert (done.code, "0 new, 0 dropped" in done.out) == (0, True)
    assert entries_of() == ALL
    Path("x/a.md").write_bytes(GOOD)
    assert "0 new, 1 dropped" in run("baseline", where, *option).out
    assert entries_of() == ALL[1:]


def test_a_folder_that_is_looked_at_for_the_first_time(two_folders: Path, run: Run) -> None:
    Path("z").mkdir()
    Path("z/c.md").write_bytes(other(BAD, "z"))
    assert "; 1 new, 0 dropped, 6 not looked at\n" in run("baseline", "z", "--reason", "new").out
    assert entries_of() == [*ALL, ("z/c.md", "N102", "new")]


def test_a_file_that_is_gone(two_folders: Path, run: Run) -> None:
    Path("x/a.md").unlink()
    assert "0 dropped" in run("baseline", "y").out
    assert entries_of() == ALL
    assert "1 dropped" in run("baseline", "x").out
    assert entries_of() == ALL[1:]


def test_a_file_that_cannot_be_read(two_folders: Path, run: Run) -> None:
    Path("x/a.md").write_bytes(b"Title: \xff\n")
    assert run("baseline", "x").code == 3
    assert entries_of() == ALL


def test_a_rule_that_is_not_in_force(two_folders: Path, run: Run) -> None:
    for path in ("x/a.md", "x/b.md"):
        Path(path).write_bytes(GOOD)
    run("baseline", "--select", "N102")
    assert entries_of() == ALL[1:]
    run("baseline", "--ignore", "N103")
    assert entries_of() == ALL[1:]


def test_a_file_that_is_excluded(two_folders: Path, run: Run) -> None:
    run("baseline", "--exclude", "x/")
    assert entries_of() == ALL


def test_from_another_working_directory(two_folders: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("x")
    run("baseline", ".")
    monkeypatch.chdir("..")
    assert sorted(rule for _, rule, _ in entries_of()) == ["N102", "N102", "N103", "N103"]
    assert {reason for _, _, reason in entries_of()} == {"seen by Li Min"}


def test_a_member_of_an_archive(folder: Path, run: Run) -> None:
    import zipfile

    def pack(data: bytes) -> None:
        with zipfile.ZipFile("a.zip", "w") as archive:
            archive.writestr("m.md", data)
            archive.writestr("n.md", other(BAD, "n"))

    pack(BAD)
    run("baseline", "a.zip", "-o", "base.yaml")
    before = entries_of()
    Path("b.md").write_bytes(GOOD)
    run("baseline", "b.md", "-o", "base.yaml")
    assert entries_of() == before
    pack(GOOD)
    run("baseline", "a.zip", "-o", "base.yaml")
    assert [path for path, _, _ in entries_of()] == ["a.zip!/n.md"]


def test_entries_by_hand_stay(two_folders: Path, run: Run) -> None:
    with open("base.yaml", "a", encoding="utf-8") as file:
        file.write("- {rule: N102, path: 'w/', text: '1,500', reason: by hand, by: me, date: 2026-01-02}\n")
    Path("w").mkdir()
    Path("w/c.md").write_bytes(other(BAD, "w"))
    run("baseline", "--ignore", "C")
    assert entries_of() == [("w/", "N102", "by hand"), *ALL]


def test_unused_entries_are_told_when_everything_is_checked(folder: Path, run: Run) -> None:
    Path("duizhao.yaml").write_text("baseline: base.yaml", encoding="utf-8")
    Path("x").mkdir()
    Path("x/a.md").write_bytes(BAD)
    run("baseline")
    Path("x/a.md").write_bytes(GOOD)
    everything = run("check", "--output-format", "concise")
    assert everything.out.startswith("base.yaml:3:3: W101 no finding of N102 on “1,500 tons” is left")
    assert run("check", "--fail-on", "warning").code == 1
    for part in (["x"], ["x/a.md"], [".", "--select", "N"]):
        assert run("check", *part, "--output-format", "concise").out == ""


def test_ratchet(folder: Path, run: Run) -> None:
    Path("a.md").write_bytes(DOUBTFUL)
    assert run("check", "--ratchet").err == (
        "duizhao: --ratchet needs a baseline: --baseline FILE, or `baseline` in the configuration\n"
    )
    run("baseline", "-o", "base.yaml")
    assert run("check", "--ratchet", "--baseline", "base.yaml").code == 0
    Path("b.md").write_bytes(
        DOUBTFUL.replace("开会".encode(), "开大会".encode()).replace(b"held a meeting", b"held a big meeting")
    )
    done = run("check", "--ratchet", "--baseline", "base.yaml")
    assert done.code == 1
    assert done.err == "duizhao: N103 has 2 findings, the baseline 1; counts may only fall\n"


def test_waived_findings_fail_nothing_but_can_be_seen(folder: Path, run: Run) -> None:
    Path("a.md").write_bytes(BAD)
    Path("w.yaml").write_text(
        "# by hand\n- rule: N102\n  path: a.md\n  text: 1,500\n  reason: as printed\n  by: me\n  date: 2026-01-02\n",
        encoding="utf-8",
    )
    hidden = run("check", "--waivers", "w.yaml", "--output-format", "json")
    assert (hidden.code, json.loads(hidden.out)["findings"]) == (0, [])
    assert json.loads(hidden.out)["summary"]["waived"] == 1
    shown = json.loads(run("check", "--waivers", "w.yaml", "--output-format", "json", "--show-waived").out)
    assert [one["waived"] for one in shown["findings"]] == ["as printed"]


FORM = {"rule": "N102", "fingerprint": "x", "reason": "r", "by": "b", "date": "2026-01-02"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {rule: N101}", "1:3: `[1]` has no `reason`"),
        ("- rule: N102\n  reason: r\n  by: b\n  date: soon\n", "4:3: `[1].date` is 'soon'; want a date, YYYY-MM-DD"),
        (
            "- {rule: N102, reason: r, by: b, date: 2026-01-02}",
            "1:3: a waiver needs a `fingerprint`, or a `path` and a `text`",
        ),
        ("- " + json.dumps(FORM | {"resaon": "x"}), "1:88: unknown key `resaon`; did you mean `reason`?"),
        ("- " + json.dumps(FORM | {"rule": "n"}), "1:4: `[1].rule` is 'n'; want the code of a rule, such as N101"),
        (
            "- " + json.dumps(FORM | {"date": "2026-99-99"}),
            "1:66: `[1].date` is '2026-99-99'; the calendar has no such date",
        ),
        (
            "- {rule: N102, fingerprint: x, reason: r, by: b, date: 2026-01-02, expires: 2026-02-29}",
            "1:68: `[1].expires` is '2026-02-29'; the calendar has no such date",
        ),
        ("- " + json.dumps(FORM | {"reason": ""}), "1:40: `[1].reason` is empty"),
        (
            "- " + json.dumps(FORM | {"rule": "N102\n"}),
            "1:4: `[1].rule` is 'N102\\n'; want the code of a rule, such as N101",
        ),
        ("a: 1", "1:1: the document is a mapping; want a list"),
    ],
)
def test_errors_say_where(text: str, message: str, folder: Path) -> None:
    Path("w.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_waivers("w.yaml")
    assert str(caught.value) == f"w.yaml:{message}"


def test_an_empty_file_is_a_file_without_waivers(folder: Path) -> None:
    Path("w.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert read_waivers("w.yaml") == []


_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(_text, _text, _text), max_size=4))
def test_what_is_written_is_read_both_ways(entries: list[tuple[str, str, str]]) -> None:
    waivers = [WAIVER._replace(text=text, reason=reason, by=by) for text, reason, by in entries]
    written = "".join(map(line_of, waivers))
    assert [entry["reason"] for entry in yaml.safe_load(written) or []] == [waiver.reason for waiver in waivers]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8", newline="") as file:
        file.write(written)
        file.flush()
        quick = read_waivers(file.name)
        file.write("-   {rule: H101, fingerprint: x, reason: r, by: b, date: 2026-01-02}")  # not one of ours
        file.flush()
        *slow, _ = read_waivers(file.name)
    assert [waiver[:8] for waiver in quick] == [waiver[:8] for waiver in waivers]
    assert [waiver[:8] for waiver in slow] == [waiver[:8] for waiver in waivers]


def test_who_takes_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object, **__: object) -> None:
        raise FileNotFoundError

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("subprocess.run", absent)
    monkeypatch.setattr("getpass.getuser", lambda: "li")
    assert baseline._user() == "li"
    monkeypatch.setattr("getpass.getuser", nobody)
    assert baseline._user() == "duizhao baseline"
