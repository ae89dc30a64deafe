from __future__ import annotations

import pytest


@pytest.fixture
def unbounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of any size, so that growth is measured also beyond what one article may hold."""
    for name in ("MOST_CHARACTERS", "MOST_NUMERALS"):
        monkeypatch.setattr(f"duizhao.validator.bounds.{name}", 10**9)
