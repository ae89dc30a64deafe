"""What all tests share: examples that Hypothesis draws are the same in each run, but for `nox -s cross`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fuzz" if os.environ.get("DUIZHAO_FUZZ") else "suite")
