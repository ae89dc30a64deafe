"""Let every command run short of something, and see that it ends soon and in one line.

    python tests/harness/starve.py --kinds descriptors,disk --commands build,release

Kinds: `descriptors` (3 to 64 of them), `size` (no file may grow beyond so many bytes), `memory` (so much address
space), `disk` (a small file system that fills), `readonly` (one that cannot be written) and `elsewhere` (one more for
temporary files), these three where this user may mount one, and `writers` (the same command twice at the same moment).
Whatever happens, a run ends within ten seconds and one line without a traceback, and nothing else is left.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from workshop import COMMANDS, Command, Workshop, workshop

LONGEST = 10.0  # seconds
_KIB = 1024
_MIB = 1024 * _KIB
_INTERPRETER = (b"Fatal Python error", b"error while loading shared libraries", b"Error processing line")
"""What Python itself says where it cannot even start; nobody can put that in one line."""

DESCRIPTORS = range(3, 65)
SIZES = (0, 1, 4 * _KIB, 20 * _KIB, 100 * _KIB)
MEMORY = tuple(size * _MIB for size in (30, 45, 60, 90, 130, 200, 400))
CODES = frozenset({0, 1, 2, 3})


def limit(kind: int, most: int) -> Callable[[], None]:
    """What a run is hindered by."""
    return lambda: resource.setrlimit(kind, (most, most))


def flaws(process: subprocess.Popen[bytes], longest: float = LONGEST) -> Iterator[str]:
    """What is wrong with the end of a run."""
    begun = time.monotonic()
    try:
        _, said = process.communicate(timeout=longest)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        yield f"runs longer than {longest:.0f} s"
        return
    if said.startswith(_INTERPRETER) or any(words in said for words in _INTERPRETER):
        return
    if process.returncode not in CODES:
        yield f"ends with {process.returncode} after {time.monotonic() - begun:.1f} s"
    lines = [line for line in said.decode(errors="replace").splitlines() if not line.startswith("note: ")]
    if "Traceback" in " ".join(lines) or len(lines) > 1:
        yield f"says {len(lines)} lines: {lines[-1][:200]}"


def hindered(shop: Workshop, command: Command, hinder: Callable[[], None], jobs: int) -> Iterator[str]:
    """A run with a limit, and one without it."""
    shop.fresh()
    before = shop.contents()
    yield from flaws(shop.start(command.line(jobs), hinder))
    after = shop.contents()
    for path in set(before) - set(after) if not command.writes else ():
        yield f"{path} is lost"
    if litter := [path for path in shop.litter(after) if "unfinished" in path or path.startswith("temporary")]:
        yield f"left over: {', '.join(litter[:3])}"


def descriptors(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    for most in DESCRIPTORS:
        for flaw in hindered(shop, command, limit(resource.RLIMIT_NOFILE, most), jobs):
            yield f"{most} descriptors: {flaw}"


def size(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    for most in SIZES:
        for flaw in hindered(shop, command, limit(resource.RLIMIT_FSIZE, most), jobs):
            yield f"files of {most} bytes: {flaw}"


def memory(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    for most in MEMORY:
        for flaw in hindered(shop, command, limit(resource.RLIMIT_AS, most), jobs):
            yield f"{most // _MIB} MiB: {flaw}"


def disk(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    for room in ("200k", "600k"):
        shop.fresh()
        yield from _mounted(shop, command, jobs, ["-t", "tmpfs", "-o", f"size={room}", "tmpfs"], copy=True)


def elsewhere(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    """Temporary files lie on another file system, from which nothing can be moved in one step."""
    usual = _usual(shop, command, jobs)
    shop.fresh()
    shop.temporary.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(shop.temporary)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        return
    try:
        yield from flaws(shop.start(command.line(jobs)))
        if shop.contents() != usual:
            yield "what is written differs"
        if litter := shop.litter(usual):
            yield f"left over: {', '.join(litter[:3])}"
    finally:
        subprocess.run(["umount", "-l", str(shop.temporary)], check=True)


def _usual(shop: Workshop, command: Command, jobs: int) -> dict[str, str]:
    """What is there after a run that nothing hinders."""
    shop.fresh()
    shop.start(command.line(jobs)).communicate()
    return shop.contents()


def readonly(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    shop.fresh()
    yield from _mounted(shop, command, jobs, ["--bind", "-o", "ro", str(shop.room)], copy=False)


def _mounted(shop: Workshop, command: Command, jobs: int, options: list[str], *, copy: bool) -> Iterator[str]:
    """A run in a room that is mounted; nothing where this user may not mount."""
    whole = shop.room.with_name("aside")
    if copy:
        subprocess.run(["rm", "-rf", str(whole)], check=True)
        shop.room.rename(whole)
        shop.room.mkdir()
    if subprocess.run(["mount", *options, str(shop.room)], check=False, capture_output=True).returncode:
        return
    try:
        if copy:
            subprocess.run(["cp", "-r", f"{whole}/.", str(shop.room)], check=False, capture_output=True)
        yield from flaws(shop.start(command.line(jobs)))
        if litter := [str(path) for path in shop.room.rglob(".duizhao-unfinished")]:
            yield f"left over: {litter[0]}"
    finally:
        subprocess.run(["umount", "-l", str(shop.room)], check=True)


def writers(shop: Workshop, command: Command, jobs: int) -> Iterator[str]:
    """Two at once: each ends well or says that the other is at it, and what they write is whole."""
    usual = _usual(shop, command, jobs)
    shop.fresh()
    both = [shop.start(command.line(jobs)) for _ in range(2)]
    for process in both:
        yield from flaws(process, 60)
    if shop.contents() != usual:
        yield "two at once write something else than one"
    if litter := shop.litter(usual):
        yield f"left over: {', '.join(litter[:3])}"


KINDS = {
    "descriptors": descriptors,
    "size": size,
    "memory": memory,
    "disk": disk,
    "readonly": readonly,
    "elsewhere": elsewhere,
    "writers": writers,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--every", type=int, default=1, help="only every so many numbers of descriptors")
    given = parser.parse_args()
    global DESCRIPTORS  # noqa: PLW0603
    DESCRIPTORS = DESCRIPTORS[:: given.every]
    bad = 0
    with workshop(given.articles) as shop:
        for kind in given.kinds.split(","):
            for name in given.commands.split(","):
                for flaw in KINDS[kind](shop, COMMANDS[name], given.jobs):
                    bad += 1
                    sys.stdout.write(f"{kind}: {name}: {flaw}\n")
                    sys.stdout.flush()
    sys.stdout.write(f"{bad} flaws\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
