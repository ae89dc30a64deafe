"""JSON Lines: one finding a line, then one line for each file that could not be read; each can be read as it comes.

A finding is as in the JSON document; an unreadable file is `{"problem": {…}}`.
"""

from __future__ import annotations

from json import dumps

from duizhao.cli.output import Output
from duizhao.cli.output.json import finding_document
from duizhao.validator.report import FileResult


class Writer(Output):
    def add(self, result: FileResult) -> None:
        for finding in self.shown(result):
            self.write(dumps(finding_document(finding), ensure_ascii=False) + "\n")
        if result.problem:
            self.write(dumps({"problem": result.problem.document()}, ensure_ascii=False) + "\n")
