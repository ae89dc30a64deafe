"""Paths as URI references (RFC 3986)."""

from __future__ import annotations

from urllib.parse import quote


def location_uri(path: str) -> dict[str, str]:
    """A SARIF artifact location: relative to the working directory, or a file URI where the path is absolute."""
    if path.startswith("/"):
        return {"uri": "file://" + quote(path, safe="/!")}
    # Relative to the folder, which GitHub and editors take for that of the repository.
    return {"uri": quote(path, safe="/!"), "uriBaseId": "SRCROOT"}
