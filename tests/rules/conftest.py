"""Running rules on examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.corpus import Corpus
from duizhao.validator.engine import check_article
from duizhao.validator.examples import Example
from duizhao.validator.finding import Finding

FindingsOf = Callable[[Example], list[Finding]]


@pytest.fixture(scope="session")
def findings_of() -> FindingsOf:
    """All findings of an example, those across its files included."""

    def run(example: Example) -> list[Finding]:
        findings = []
        with Corpus(example.settings) as corpus:
            for path, data in example.files:
                article = parse(Source.decode(path, data))
                findings += check_article(article, example.settings)
                corpus.add(article)
            return findings + list(corpus.findings())

    return run
