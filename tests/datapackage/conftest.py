from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `sample_articles`, which the tests of this folder share


@pytest.fixture
def unproved() -> Iterator[None]:
    """Releases may be of arbitrary bytes, and no packages: what is tested is how they get from place to place."""
    with pytest.MonkeyPatch.context() as patch:  # of its own: tests undo theirs on the way
        for way in ("fetch", "publish"):
            patch.setattr(f"duizhao.datapackage.versions.{way}.ensure", lambda _: None)
        yield
