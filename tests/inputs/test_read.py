from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from discovering import discover
from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.inputs.limits import Limits, in_words
from duizhao.schema.inputs.names import display, kind_of, unsafe
from duizhao.schema.inputs.signs import looks_like_articles


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfTitle: T\r\n\r\n\xff\x00"
    (tmp_path / "a.md").write_bytes(data)
    assert [entry.data for entry in discover([str(tmp_path)])] == [data]


def test_a_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "b.md").write_bytes(b"Title: T")
    first, second = discover([str(tmp_path)])
    assert first.problem == ("too-large", "190 MiB, too large for a file; the limit is 16 MiB", 0, 0)
    assert second.data == b"Title: T"


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Title: T")
    assert [entry.data for entry in discover([str(tmp_path)], limits=Limits(article=8))] == [b"Title: T"]


@pytest.mark.parametrize(("size", "limit"), [(300_000, 300_000), (300_001, 300_000)])
def test_a_pipe_of_the_shell_is_read_up_to_the_limit(size: int, limit: int) -> None:
    reading, writing = os.pipe()

    def feed() -> None:
        with os.fdopen(writing, "wb") as file, suppress(BrokenPipeError):
            file.write(b"x" * size)

    thread = threading.Thread(target=feed)
    thread.start()
    (entry,) = discover([f"/dev/fd/{reading}"], limits=Limits(article=limit))
    os.close(reading)
    thread.join()
    assert (entry.data == b"x" * size) == (size <= limit)
    assert (entry.problem is None) == (size <= limit)


@pytest.mark.parametrize("name", ["a.md", "a.zip", "a.tar", "a.js"])
def test_a_pipe_that_nobody_writes_to(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    (entry,) = discover([str(tmp_path / name)])
    assert entry.problem == ("unreadable", "cannot be read: not a regular file", 0, 0)


def test_a_file_that_became_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Title: T")
    (tmp_path / "b.md").write_bytes(b"Title: T")
    entries = discover([str(tmp_path)])
    next(entries)
    (tmp_path / "b.md").unlink()
    os.mkfifo(tmp_path / "b.md")
    (entry,) = entries
    assert entry.problem == ("unreadable", "cannot be read: not a regular file", 0, 0)


def test_a_device_without_end() -> None:
    (entry,) = discover(["/dev/zero"], limits=Limits(article=3_000_000))
    assert entry.problem == ("unreadable", "cannot be read: not a regular file", 0, 0)


def test_a_file_that_went_away(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Title: T")
    (tmp_path / "b.md").write_bytes(b"Title: T")
    entries = discover([str(tmp_path)])
    next(entries)
    (tmp_path / "b.md").unlink()
    (entry,) = entries
    assert entry.problem == ("unreadable", "cannot be read: No such file or directory", 0, 0)


def test_a_readme_in_a_folder_is_counted_and_not_checked(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"# Notes\n\n### Use\n")
    (tmp_path / "app.js").write_bytes(b"let x = 1;")
    entries = list(discover([str(tmp_path)]))
    assert [(entry.path, entry.reason) for entry in entries] == [
        (f"{tmp_path}/README.md", "no sign of an article"),
        (f"{tmp_path}/app.js", "a script without a list of articles"),
    ]
    assert all(entry.skipped for entry in entries)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Title: T", True),
        ("\ufeffTitle: T", True),
        ("\n\n  author:", True),
        ("**Date:** 1951", True),
        ("\u3000Page：2", True),
        ("Edition : 4", True),
        ("text\n\nOriginal: \n", True),
        ("### 纱厂增产", True),
        ("### “Quoted” 纱厂", True),
        ("第２版()", True),
        ("专栏：", True),
        ("x" * 90_000 + "\nOriginal:\n", True),
        ("", True),
        ("binary \0", True),
        ("### Install\n\n纱厂", False),
        ("# 纱厂", False),
        ("The title: T", False),
        ("Titled: T", False),
        ("x" * 5_000 + "\nTitle: T\n" + "x" * 9_000, False),
        ("x" + "纱" * 4_000, False),
        ("xx" + "纱" * 4_000, False),
    ],
)
def test_signs_of_an_article(text: str, sign: bool) -> None:
    assert looks_like_articles(text.encode()) is sign


def test_other_signs() -> None:
    assert looks_like_articles("纱厂".encode("gbk"))
    assert looks_like_articles("Some text".encode("utf-16"))
    assert looks_like_articles(b"text", "x.zip!/1951.02/1951-02-03_a.md")
    assert not looks_like_articles(b"text", "1951-02-03/notes.md")


@pytest.mark.parametrize("data", [b" " * 20_000, b"\n" * 20_000, b"*" * 20_000, b"### " * 5_000, "第".encode() * 5_000])
def test_signs_are_looked_for_in_linear_time(data: bytes) -> None:
    looks_like_articles(data)  # a quadratic pattern would exceed the suite's patience


@given(st.binary(max_size=64))
def test_signs_of_anything(data: bytes) -> None:
    assert looks_like_articles(b"Title: " + data)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.MD", "article"),
        ("a.txt", "article"),
        ("a.zip", "zip"),
        ("a.tar.gz", "tar"),
        ("a.js.gz", "bundle"),
        ("a.gz", None),
    ],
)
def test_kinds(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


@given(st.text())
def test_what_is_shown_can_be_printed(path: str) -> None:
    display(path).encode("utf-8")
    assert not set(display(path)) & set("\n\r\x00\x1b\x7f\x85\u2028")


@given(st.text(st.characters(exclude_characters="\\:", exclude_categories=("Cc", "Zl", "Zp", "Cs")), min_size=1))
def test_ordinary_names_are_safe(name: str) -> None:
    assert bool(unsafe(name)) == (name.startswith("/") or ".." in name.split("/"))


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1023, "1023 bytes"),
        (1024, "1 KiB"),
        (1536, "1.5 KiB"),
        (200 << 20, "200 MiB"),
        (3 << 40, "3 TiB"),
    ],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert in_words(size) == words


def test_plain_files_load_no_archive_code(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"Title: T")
    script = (
        "import sys; before = set(sys.modules);"
        "from duizhao.schema.inputs.discover import list_sources; from duizhao.schema.inputs.read import read_entries;"
        "[list(read_entries(source)) for source in list_sources(sys.argv[1:])];"
        "heavy = {'dataclasses', 'glob', 'gzip', 'json', 'pathlib', 'tarfile', 'zipfile', 'zlib'};"
        "print(sorted((heavy & set(sys.modules)) - before))"
    )
    out = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
