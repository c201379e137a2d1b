"""The work of a run, cut into tasks of about a mebibyte, in the same way for any number of processes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.fix import Fixing
from textlint.inputs import Kind, Source
from textlint.inputs.parts import LONGEST
from textlint.inputs.slices import slices

_BYTES = 1 << 20
_FILES = 256
_PACKED = 1 << 18


class Task:
    """Sources under the same (pickled) settings with the bytes each takes, or the error that stands in one's place.

    The sources are a batch of small files, or a slice of a large one.
    """

    def __init__(
        self,
        settings: bytes,
        sources: Iterable[Source] = (),
        sizes: Iterable[int] = (),
        error: InputError | None = None,
        fixing: Fixing | None = None,
    ) -> None:
        self.settings = settings
        self.sources = list(sources)
        self.sizes = list(sizes)
        self.error = error
        self.fixing = fixing

    @property
    def sized(self) -> list[tuple[Source, int]]:
        """The sources, each with the bytes it takes."""
        return list(zip(self.sources, self.sizes, strict=True))

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return sum(self.sizes)


def cut(
    sources: Iterable[Source | InputError], resolve: Callable[[str], Settings], fixing: Fixing | None = None
) -> Iterator[Task]:
    """The tasks in the order of the sources. Large files of JSON Lines and text are read here, slice by slice."""
    batch, room = Task(b""), 0
    pickles = _Pickles()
    for source in sources:
        settings = b"" if isinstance(source, InputError) else pickles.of(resolve(source.path))
        size = 0 if isinstance(source, InputError) else source.size
        alone = isinstance(source, InputError) or _is_cut(source, size, fixing)
        if batch.sources and (alone or size > room or settings != batch.settings):
            yield batch
            batch = Task(b"")
        if not batch.sources:
            batch, room = Task(settings, fixing=fixing), _BYTES
        if isinstance(source, InputError):
            yield Task(settings, error=source)
        elif alone:
            yield from _slices(source, settings, fixing)
        else:
            batch.sources.append(source)
            batch.sizes.append(size)
            room -= max(size, _BYTES // _FILES)
    if batch.sources:
        yield batch


def _is_cut(source: Source, size: int, fixing: Fixing | None) -> bool:
    """Whether a source is cut in slices. A text that is to be fixed is not: it is written, or compared, as a whole."""
    if source.kind is Kind.JSONL:
        return source.stdin or source.compression != "" or size > _BYTES
    if source.kind is not Kind.TEXT or fixing is not None:
        return False
    return source.stdin or size > (_PACKED if source.compression else LONGEST)


def _slices(source: Source, settings: bytes, fixing: Fixing | None) -> Iterator[Task]:
    for part in slices(source):
        if isinstance(part, Source):
            yield Task(settings, [part], [part.size], fixing=fixing)
        else:
            yield Task(settings, error=part)


class _Pickles:
    """Settings as bytes, pickled once for each object."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Settings, bytes]] = {}

    def of(self, settings: Settings) -> bytes:
        found = self._known.get(id(settings))
        if found is None:
            found = self._known[id(settings)] = settings, pickle.dumps(settings)
        return found[1]
