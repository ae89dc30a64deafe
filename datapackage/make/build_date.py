"""When a package was made: told, never taken from the clock, so that building again gives the same bytes."""

from __future__ import annotations

import os

from duizhao.errors import UsageError


def created_from_environment() -> str:
    """SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) as RFC 3339, '' where it is not set.

    Raises:
        UsageError: it is no number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return ""
    import datetime as dt  # noqa: PLC0415  only where it is set

    try:
        moment = dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH={seconds} is no number of seconds since 1970") from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
