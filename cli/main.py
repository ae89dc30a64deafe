"""The `duizhao` command.

Starting must be cheap: a command's module, and whatever it needs, is imported only when that command runs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import NoReturn

COMMANDS = {
    "check": "check article files and report findings",
    "build": "convert article files into a Frictionless data package",
    "verify": "prove that a data package is what its descriptor says",
    "unpack": "give back the article files of a data package, byte by byte",
    "diff": "compare two data packages, article by article",
    "export": "write a data package in other forms: Parquet, SQLite, JSON Lines, dataset cards, citations",
    "release": "build, number and lay down the next version of a data set",
    "publish": "publish releases to a folder or an address such as s3://bucket/name",
    "get": "fetch a published version and prove it",
    "align": "print both sides of an article with the links between their quantities",
    "evaluate": "measure recall and precision: by gold files, by planted slips, by findings that people judge",
    "baseline": "accept the findings that are there now, so that only new ones are reported",
    "config": "show the configuration in force and where it comes from",
    "rules": "list the rules",
    "explain": "explain a rule",
}
"""Each is a module of `duizhao.cli.commands`, with `add_arguments(parser)` and `run(arguments) -> int`."""


_RESERVE = 2 << 20  # bytes of addresses, which cost nothing as long as nobody writes there
DEBUG_HELP = "show the traceback of a fault of duizhao"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; see `duizhao.errors.Exit`.

    Args:
        argv: the arguments; None for those of the process, which then ends here.
    """
    if argv is None:
        # Only as a process of its own: who calls `main` as a function keeps streams and signals.
        _leave(_as_process(sys.argv[1:]))
    return _guarded(list(argv))


def _guarded(arguments: list[str]) -> int:
    """Run a command line whose output no input can turn into commands for the terminal."""
    # Asked by scripts over and over: none of what follows is needed for it.
    if arguments[:1] == ["--version"]:
        return _run(arguments)
    from duizhao.cli.terminal import guarded

    with guarded():
        return _run(arguments)


def _as_process(arguments: list[str]) -> int:
    """Run a command line as the only thing that this process does."""
    from duizhao.cli import streams

    try:
        output = streams.prepare()
        code = _prepared(arguments)
        sys.stdout.flush()
        # Now, while a failure can still be told; at the end of the process it would go unseen.
        sys.stderr.flush()
    except KeyboardInterrupt as stop:  # so early or late that nothing else has caught it
        from duizhao.cli.process import stopped

        return stopped(stop)
    if output.failure is None:
        return code
    # The graver of both: that the report is lost must not hide a fault.
    return max(code, _unwritten(output.failure))


def _prepared(arguments: list[str]) -> int:
    """Run a command line once limits and signals are as they should be."""
    if arguments[:1] == ["--version"]:
        return _run(arguments)
    from duizhao.cli import process

    if not process.has_room():
        print(process.NO_ROOM, file=sys.stderr)
        return 2
    process.heed_signals()
    try:
        return _guarded(arguments)
    except SystemExit as stop:  # how argparse ends after `--help` and wrong usage
        return stop.code if isinstance(stop.code, int) else 0
    finally:
        process.leave_signals_alone()


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["--version"]:
        from duizhao.version import __version__, is_compiled

        print(f"duizhao {__version__}{' (compiled)' if is_compiled() else ''}")
        return 0
    from duizhao.errors import DuizhaoError

    try:
        return _obey(arguments)
    except DuizhaoError as error:
        print(f"duizhao: {error}", file=sys.stderr)
        return error.exit_code
    except OSError as error:  # a full disk, a network drive that has gone
        return _unwritten(error)
    except KeyboardInterrupt as stop:
        from duizhao.cli.process import stopped

        return stopped(stop)
    except Exception as error:  # noqa: BLE001  the last line of defence
        from duizhao.cli.process import unforeseen

        return unforeseen(error, arguments)


def _unwritten(error: OSError) -> int:
    """Say what the system refused; the exit code."""
    from duizhao.errors import Exit
    from duizhao.printable import one_line
    from duizhao.unwritable import has_no_room, reason_of

    place = error.filename or "a file"
    print(one_line(f"duizhao: {place}: {reason_of(error)}"), file=sys.stderr)
    return Exit.UNREADABLE if has_no_room(error) else Exit.USAGE


def _obey(arguments: list[str]) -> int:
    """Do what the command line asks for."""
    reserve = [bytes(_RESERVE)]
    try:
        return _obeyed(_parser(arguments).parse_args(arguments))
    except MemoryError:
        reserve.clear()  # without any, Python itself can go round for ever on its way to who catches this
        raise


def _obeyed(namespace: argparse.Namespace) -> int:
    run = _command(namespace.command).run
    if not namespace.debug:
        return int(run(namespace))
    from duizhao.cli.process import debugging

    with debugging():
        return int(run(namespace))


def _leave(code: int) -> NoReturn:
    """End the process without taking its objects apart, which would cost a tenth of the time of a small check."""
    import atexit
    import os

    atexit._run_exitfuncs()  # noqa: SLF001  what coverage and multiprocessing left to be done
    os._exit(code)


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser; where a command is called it knows that one only, since every further one costs time."""
    import argparse

    from duizhao.cli.terminal import width

    def formatter(prog: str) -> argparse.HelpFormatter:  # which would import shutil to know the width
        return argparse.HelpFormatter(prog, width=width(sys.stdout, otherwise=100) - 2)

    parser = argparse.ArgumentParser(
        prog="duizhao",
        description="Check machine-translated bilingual newspaper articles number by number, and publish them as data.",
        epilog="`duizhao COMMAND --help` tells more of a command.",
        formatter_class=formatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument("--debug", action="store_true", help=DEBUG_HELP)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="duizhao")
    # `--debug` may stand before the command.
    first = next((word for word in arguments if word != "--debug"), "")
    called = first if first in COMMANDS else ""
    for name in [called] if called else COMMANDS:
        summary = COMMANDS[name]
        description = summary[0].upper() + summary[1:] + "."
        command = commands.add_parser(name, help=summary, description=description, formatter_class=formatter)
        if called:
            _command(name).add_arguments(command)
            # Without a default: one would undo a `--debug` that stood before the command.
            command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=DEBUG_HELP)
    return parser


def _command(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  a module has no type of its own
    import importlib

    return importlib.import_module(f"duizhao.cli.commands.{name}")
