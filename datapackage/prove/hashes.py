"""That the tables of a package are the bytes that its descriptor speaks of, before anything in them is compared."""

from __future__ import annotations

from duizhao.datapackage.format.checksums import table_hash
from duizhao.datapackage.format.descriptor_shape import paths_of
from duizhao.datapackage.format.package import Package
from duizhao.errors import MalformedError, PackageError


def see_hashes(package: Package) -> None:
    """See that every table has the hash that the descriptor tells.

    Args:
        package: one whose descriptor has the shape of ours.

    Raises:
        MalformedError: a table has another.
        PackageError: a file cannot be read, or lies elsewhere.
    """
    # Tables alone: whatever else lies there is not compared.
    for resource in package.descriptor["resources"]:
        paths = paths_of(resource)
        try:
            found = table_hash([package.regular(path) for path in paths])
        except OSError as error:
            raise PackageError(f"cannot be read: {error.strerror or error}", path=package.shown(paths[0])) from None
        if found != resource["hash"]:
            what = "was changed: its SHA-256 is not the one in the descriptor; `duizhao verify` says more"
            raise MalformedError(what, path=package.shown(paths[0]))
