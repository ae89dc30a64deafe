"""`duizhao evaluate`: how much the rules find, and how much of what they say is right."""

from __future__ import annotations

import argparse

from duizhao.errors import UsageError

_MOST = 1_000_000  # findings or slips, which are all held in memory
_BELONGS = {
    "seed": ("plant", "sample"),
    "kinds": ("plant",),
    "output": ("sample",),
    "severity": ("", "plant", "sample"),
    "output_format": ("", "plant", "judged"),
    "config": ("", "plant", "sample"),
    "no_config": ("", "plant", "sample"),
}
"""Options with the ways to evaluate that they are for; '' is that by gold files."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="gold files, or folders that hold a gold.jsonl; with --plant and --sample the articles, as for check",
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--plant", type=_number, metavar="N", help="make N slips, each in a copy of an article, and see which are found"
    )
    ways.add_argument(
        "--sample", type=_number, metavar="N", help="write N findings, drawn at random, as a sheet for people to judge"
    )
    ways.add_argument(
        "--judged", metavar="SHEET", help="read a judged sheet, and say how much of the findings is right"
    )
    parser.add_argument(
        "--seed", metavar="WORD", help="the same draws the same; with --plant and --sample (default: 0)"
    )
    parser.add_argument(
        "--kinds", action="append", metavar="KINDS", help="of slips, such as scale,unit, with --plant (default: all)"
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="where --sample writes its sheet, as a workbook if it ends in .xlsx (default: standard output)",
    )
    parser.add_argument("--output-format", choices=("text", "json"), help="default: text")
    parser.add_argument(
        "--severity",
        choices=("info", "warning", "error"),
        help="findings below it do not count (default: warning; with --plant and --sample info)",
    )
    parser.add_argument(
        "--config", metavar="FILE", help="the configuration, in place of the nearest duizhao.yaml; not with --judged"
    )
    parser.add_argument("--no-config", action="store_true", help="leave every configuration alone; not with --judged")


def _number(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= _MOST:
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1 to {_MOST:,}")
    return int(word)


def run(arguments: argparse.Namespace) -> int:
    way = next((name for name in ("plant", "sample", "judged") if getattr(arguments, name) is not None), "")
    _see_that_they_agree(arguments, way)
    if way == "plant":
        from duizhao.cli.evaluating.planted import plant_slips

        return plant_slips(arguments)
    if way:
        from duizhao.cli.evaluating import judging

        return judging.write_sample(arguments) if way == "sample" else judging.tell_precision(arguments)
    from duizhao.cli.evaluating.against_gold import compare_with_gold

    return compare_with_gold(arguments)


def _see_that_they_agree(arguments: argparse.Namespace, way: str) -> None:
    for option, ways in _BELONGS.items():
        # Refused and not passed over: whoever gives an option expects it to count.
        if getattr(arguments, option) and way not in ways:
            wanted = " or ".join(f"--{one}" for one in ways if one)
            reason = f"does not go with --{way}" if way else f"needs {wanted}"
            raise UsageError(f"--{option.replace('_', '-')} {reason}")
    if way == "judged":
        if arguments.paths:
            raise UsageError("--judged reads one sheet, and no articles", path=arguments.paths[0])
    elif not arguments.paths:
        raise UsageError(f"name {'articles' if way else 'gold files'}, or folders with them")
