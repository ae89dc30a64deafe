"""The place of an address: a folder of this machine, or whatever fsspec knows (`s3://…`, `sftp://…`)."""

from __future__ import annotations

import re

from duizhao.addresses import without_secret
from duizhao.datapackage.places.store import Store

_URL = re.compile(r"([a-z][a-z0-9+.-]+)(?:://|::)")  # one letter and a colon is a drive


def open_store(address: str) -> Store:
    """The place of an address.

    Args:
        address: a folder of this machine, or an fsspec address.

    Raises:
        UsageError: fsspec, or what it needs for this address, is not installed; or it knows no such address.
    """
    match = _URL.match(address)
    # Our own store writes files whole or not at all; fsspec's for this machine would write through.
    if match is None or match[1] in {"file", "local"}:
        from duizhao.datapackage.places.local_store import LocalStore  # noqa: PLC0415  only what is needed

        return LocalStore(address[match.end() :] if match else address)
    from duizhao.datapackage.places.remote_store import RemoteStore  # noqa: PLC0415  only what is needed

    return RemoteStore(address, without_secret(address))
