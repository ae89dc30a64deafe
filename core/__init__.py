"""duizhao (对照): machine-translated bilingual newspaper articles into a checked, versioned dataset."""

from duizhao.version import __version__

__all__ = ["__version__"]
