"""The harnesses, in short; `nox -s kill` and `nox -s starve` run them at length."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import kill
import pytest
import starve
from workshop import COMMANDS, Workshop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
ARTICLES = 160  # enough for workers


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("harness") / "workshop", ARTICLES, made=())


@pytest.mark.slow
@pytest.mark.xdist_group("harness")
@pytest.mark.parametrize(("name", "signal"), [("build", "KILL"), ("check", "TERM"), ("build", "TERM+INT")])
def test_a_kill_leaves_nothing(shop: Workshop, name: str, signal: str) -> None:
    usual = kill.reference(shop, COMMANDS[name], 2)
    trial = kill.Trial(name, 2, signal, usual.seconds * 0.6)
    assert list(kill.flaws(shop, trial, usual)) == []


@pytest.mark.xdist_group("harness")
@pytest.mark.parametrize(("name", "most"), [("build", 16), ("check", 14), ("build", 27), ("check", 27), ("rules", 8)])
def test_few_descriptors_are_one_line_at_most(shop: Workshop, name: str, most: int) -> None:
    limited = starve.limit(resource.RLIMIT_NOFILE, most)
    assert list(starve.hindered(shop, COMMANDS[name], limited, 2)) == []


@pytest.mark.xdist_group("harness")
def test_files_that_may_not_grow(shop: Workshop) -> None:
    assert list(starve.hindered(shop, COMMANDS["build"], starve.limit(resource.RLIMIT_FSIZE, 20_000), 2)) == []


@pytest.mark.slow
@pytest.mark.xdist_group("harness")
def test_two_writers_at_once(shop: Workshop) -> None:
    assert list(starve.writers(shop, COMMANDS["build"], 1)) == []


def test_every_command_is_in_the_harness() -> None:
    from duizhao.cli.main import COMMANDS as THERE

    assert {command.words[0] for command in COMMANDS.values()} == set(THERE)
    assert Path(kill.__file__).parent == Path(__file__).parent
