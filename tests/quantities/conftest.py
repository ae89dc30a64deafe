from __future__ import annotations

import pytest


@pytest.fixture
def unbounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of any size, so that growth is measured also beyond what one article may hold."""
    monkeypatch.setattr("duizhao.validator.bounds.MOST_NUMERALS", 10**9)
