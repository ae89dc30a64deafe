"""Running rules on examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reading import read

from duizhao.schema.tree import Article
from duizhao.validator.across.corpus import Corpus
from duizhao.validator.examples import Example
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult
from duizhao.validator.running.engine import check_article
from duizhao.validator.waiving.waivers import Waivers

FindingsOf = Callable[[Example], list[Finding]]


@pytest.fixture(scope="session")
def findings_of() -> FindingsOf:
    """All findings of an example, those across its files included."""

    def run(example: Example) -> list[Finding]:
        findings = []
        with Corpus(example.settings) as corpus:
            for path, data in example.files:
                page = (
                    example.files[0] if path != example.files[0][0] and example.files[0][0].endswith("html") else None
                )
                for article in read(path, data, beside=page):
                    assert isinstance(article, Article), article
                    findings += check_article(article, example.settings)
                    corpus.add(article)
            findings += corpus.findings()
        waivers = Waivers(example.waivers, "2000-01-02")
        for finding in findings:
            waivers.apply(FileResult(finding.path, (finding,)))
        return findings + list(waivers.leftovers(example.settings))

    return run
