"""Output formats: one module each, with `render(report) -> str`, loaded when asked for."""

from __future__ import annotations

import importlib

from duizhao.validator.report import Report

FORMATS = ("text", "concise", "json")


def render(report: Report, output_format: str) -> str:
    """The report in one of `FORMATS`."""
    module = importlib.import_module(f"duizhao.cli.output.{output_format}")
    return str(module.render(report))
