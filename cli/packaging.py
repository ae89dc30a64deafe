"""What the commands that make packages have in common: sources, configuration, waivers."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from duizhao.addresses import is_address
from duizhao.cli.engine import engine_of
from duizhao.cli.setup import configured, found_config, sources_of
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.make.build import Making
from duizhao.datapackage.make.sources import Root, Sources
from duizhao.validator.configuration.config import Config
from duizhao.validator.waiving.waiver_file import read_waivers


class Request(NamedTuple):
    """From what a package is made, and with what."""

    sources: Sources
    making: Making


def request_of(arguments: argparse.Namespace) -> Request:
    """The request of a command line; see `add_common_arguments` and `add_engine_arguments`.

    Raises:
        UsageError: a path does not exist, or a library is missing.
        ConfigError: the configuration is wrong.
    """
    config = configured(arguments)
    waivers = [waiver for path in config.waivers for waiver in read_waivers(path)]
    if config.baseline:
        waivers += read_waivers(config.baseline, baseline=True)
    metadata = Metadata.from_document(config.dataset)
    sources = _sources(arguments, config)
    engine = engine_of(arguments, config.jobs)
    making = Making(metadata, config.settings, tuple(waivers), config.jobs, config.cache, engine=engine)
    return Request(sources, making)


def _sources(arguments: argparse.Namespace, config: Config) -> Sources:
    if any(map(is_address, arguments.paths)):  # patterns are measured from there, not from this machine's folders
        return Sources.at(arguments.paths, exclude=(*found_config(arguments).exclude, *(arguments.exclude or ())))
    found = sources_of(arguments, config)
    return Sources(Root.of(arguments.paths), found(), found)
