"""Which names of a document are worth a closer look: those that share a romanisation key with another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, filterfalse

from textlint.checks.names.keys import romanisation_keys
from textlint.checks.names.scorer import LONGEST
from textlint.checks.spelling.lexicon import COMMON, COMMON_NAME, LOWER, lexicon

SHORTEST = 4
_CAPITALS = 2
_WORD_ZIPF = 3.0
_WORD_AND_NAME_ZIPF = 4.5
_REMEMBERED = 1 << 16
_POSSESSIVE = "'s"


class _Memory:
    """What is known of the word types of earlier documents: `others` are no names, `keys` are the names' keys.

    Names may be possessive.
    """

    def __init__(self) -> None:
        self.others: set[str] = set()
        self.keys: dict[str, tuple[str, ...]] = {}

    def learn(self, types: set[str]) -> None:
        """Sort new word types into names and others."""
        bare = {word: word.removesuffix(_POSSESSIVE) for word in filterfalse(str.islower, types)}
        names = {word: name for word, name in bare.items() if _has_shape(name) and not self._is_common(name)}
        self.keys.update(zip(names, romanisation_keys(names.values()), strict=False))
        self.others |= types.difference(names)

    def _is_common(self, word: str) -> bool:
        """Whether an everyday word was seen in lower case: any other is looked up only when it meets a name."""
        return word.lower() in self.others and is_common_word(word)


_memories = [_Memory()]


def _memory() -> _Memory:
    """The memory of this process; a new one where it has grown large."""
    memory = _memories[-1]
    if len(memory.others) + len(memory.keys) > _REMEMBERED:
        memory = _memories[-1] = _Memory()
    return memory


def meeting_names(types: set[str]) -> list[set[str]]:
    """The names among the word types that share a key, for every key that several have."""
    memory = _memory()
    words = types.difference(memory.others)
    try:
        keys = list(map(memory.keys.__getitem__, words))
    except KeyError:
        memory.learn(words.difference(memory.keys))
        words = words.difference(memory.others)
        keys = list(map(memory.keys.__getitem__, words))
    met = [{word.removesuffix(_POSSESSIVE) for word in group} for group in _by_key(words, keys)]
    common = set(filter(is_common_word, chain.from_iterable(names for names in met if len(names) > 1)))
    memory.others |= common
    return [names for names in (names - common for names in met) if len(names) > 1]


def _by_key(words: Iterable[str], keys: Iterable[Sequence[str]]) -> Iterable[list[str]]:
    """The words under each of the keys that several have."""
    first: dict[str, str] = {}
    met: dict[str, list[str]] = {}
    for word, own in zip(words, keys, strict=True):
        for key in own:
            if key not in first:
                first[key] = word
            else:
                met.setdefault(key, [first[key]]).append(word)
    return met.values()


def is_name(word: str) -> bool:
    """Whether a word type may be a name: capitalised, of some length, and no common word of English."""
    return _has_shape(word) and not is_common_word(word)


def _has_shape(word: str) -> bool:
    if not SHORTEST <= len(word) <= LONGEST:
        return False
    if word.isascii() and word.isalpha() and word.istitle():
        return True
    if not (word[0].isupper() and sum(map(str.isupper, word)) <= _CAPITALS):
        return False
    return word.replace("'", "", 1).isalpha() and "'" not in word[-4:]


@lru_cache(maxsize=1 << 14)
def is_common_word(word: str) -> bool:
    """Whether a word, whatever its case here, is an everyday English word rather than a name."""
    flags = lexicon().flags(word.lower())
    if not flags & LOWER or not flags & COMMON:
        return False
    return lexicon().zipf(word.lower()) >= (_WORD_AND_NAME_ZIPF if flags & COMMON_NAME else _WORD_ZIPF)
