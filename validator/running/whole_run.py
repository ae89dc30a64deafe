"""A whole run: the files, the rules across files, and the waivers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.walk import Location
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult, by_file
from duizhao.validator.running.many_files import Job, beginning, check_sources
from duizhao.validator.running.pages import with_pages
from duizhao.validator.waiving.waivers import Waivers

if TYPE_CHECKING:
    from duizhao.validator.running.cache.store import Cache, CachePlan

_KEY = 16  # bytes of a key of the cache


class RunPlan(NamedTuple):
    """What to do in a run."""

    sources: Callable[[], Iterable[Location | Entry]]
    """Lists what to check; may be called again."""
    settings: Settings = Settings()
    texts: bool = False
    """Give the texts of files with findings along."""
    jobs: int | None = None
    cache: str = ""
    """Folder of the cache, '' for none."""
    across: bool = False
    """Run the rules that look across files."""
    everything: bool = False
    """Everything that waivers may speak of is checked, so that unused ones can be told."""


def results_of(plan: RunPlan, waivers: Waivers) -> Iterator[FileResult]:
    """The results of a run: file by file, then what concerns several files, then what concerns the waivers."""
    across = plan.across and any(rule.family == "C" for rule in enabled(plan.settings))
    job = Job(plan.settings, texts=plan.texts, digests=across)
    if plan.cache and beginning(iter(plan.sources()))[1]:
        from duizhao.validator.running.cache.store import cache_plan  # noqa: PLC0415  not for a hook

        job = job._replace(cache=cache_plan(plan.cache, plan.settings))
    results = check_sources(with_pages(plan.sources(), plan.sources, plan.settings), job, jobs=plan.jobs)
    files = 0
    for result in _across(results, plan, job) if across else results:
        files += bool(result.key)
        yield waivers.apply(result)
    if job.cache is not None:
        from duizhao.validator.running.cache.store import settle  # noqa: PLC0415

        settle(job.cache.folder, files)
    if plan.everything:
        yield from by_file(waivers.leftovers(plan.settings))


def _across(results: Iterable[FileResult], plan: RunPlan, job: Job) -> Iterator[FileResult]:
    """The results, and after them those of the rules that look across files."""
    from duizhao.validator.across.corpus import Corpus  # noqa: PLC0415  not for a hook

    keys = bytearray()
    with Corpus(plan.settings) as corpus:
        for result in results:
            keys += result.key
            for digest in result.digests:
                corpus.add_digest(digest)
            yield result._replace(digests=()) if result.digests else result
        findings = list(_cached(bytes(keys), plan, job.cache) if keys and job.cache else corpus.findings())
    yield from by_file(findings)


def _cached(keys: bytes, plan: RunPlan, cached: CachePlan) -> tuple[Finding, ...]:
    """The findings across the files whose keys are given: those of an earlier run over the very same, or new ones."""
    from duizhao.validator.running.cache.keys import key_of  # noqa: PLC0415
    from duizhao.validator.running.cache.store import Cache, Kept  # noqa: PLC0415

    cache = Cache(cached.folder)
    name = key_of(cached.prefix, "", keys)
    found = cache.get([name], digests=False).get(name)
    if found is None:
        found = _compared(cache, keys, plan)
        cache.put([Kept(name, found)])
    cache.close()
    return found


def _compared(cache: Cache, keys: bytes, plan: RunPlan) -> tuple[Finding, ...]:
    from duizhao.validator.across.corpus import compare_digests  # noqa: PLC0415

    with suppress(_LostError):
        return tuple(compare_digests(_kept(cache, keys), plan.settings))
    return _compared_afresh(plan)


class _LostError(Exception):
    """The cache no longer holds what was put into it."""


def _kept(cache: Cache, keys: bytes) -> Iterator[bytes]:
    """The digests of all articles of the files whose keys are given.

    Raises:
        _LostError: of one there are none.
    """
    for digests in cache.digests(keys[start : start + _KEY] for start in range(0, len(keys), _KEY)):
        if not digests:
            raise _LostError
        yield from digests


def _compared_afresh(plan: RunPlan) -> tuple[Finding, ...]:
    """The findings across files after the cache has lost some of them on the way."""
    from duizhao.validator.across.corpus import compare_digests  # noqa: PLC0415

    sources = with_pages(plan.sources(), plan.sources, plan.settings)
    results = check_sources(sources, Job(plan.settings, digests=True), jobs=plan.jobs)
    return tuple(compare_digests((digest for one in results for digest in one.digests), plan.settings))
