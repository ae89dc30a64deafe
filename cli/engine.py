"""What does the work of a build: this machine's own processes, or a cluster."""

from __future__ import annotations

import argparse

from duizhao.datapackage.make.engine import Engine
from duizhao.errors import UsageError


def add_engine_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say where the work is done."""
    parser.add_argument(
        "--engine",
        choices=("processes", "dask"),
        default="processes",
        help="what does the work: processes of duizhao, or the workers of a Dask cluster (default: %(default)s)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of a Dask cluster, such as tcp://host:8786 (default: one of its own on this machine)",
    )


def engine_of(arguments: argparse.Namespace, jobs: int | None) -> Engine | None:
    """The engine of a command line, None for the processes of duizhao.

    Args:
        arguments: see `add_engine_arguments`.
        jobs: processes of a cluster of its own, None for one a core.

    Raises:
        UsageError: a library is missing, or there is no such engine.
    """
    if arguments.engine == "dask":
        from duizhao.datapackage.engines.dask_cluster import DaskCluster

        return DaskCluster(arguments.scheduler or "", jobs)
    if arguments.scheduler:
        raise UsageError("`--scheduler` is of a Dask cluster; name the engine too: `--engine dask`")
    return None
