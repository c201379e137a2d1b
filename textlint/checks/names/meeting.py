"""Which names of a document are worth a closer look: those that share the consonants of their keys with another one."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import filterfalse

from textlint.checks.names.keys import coarse_keys
from textlint.checks.names.scorer import LONGEST
from textlint.checks.spelling.lexicon import COMMON, COMMON_NAME, LOWER, lexicon

SHORTEST = 4
_CAPITALS = 2
_WORD_ZIPF = 3.0
_WORD_AND_NAME_ZIPF = 4.5
_REMEMBERED = 1 << 18


class _Memory:
    """What is known of the word types of earlier documents: `others` are no names, `names` have a coarse key."""

    def __init__(self) -> None:
        self.others: set[str] = set()
        self.names: dict[str, tuple[str, str]] = {}

    def learn(self, types: set[str]) -> None:
        """Sort new word types into names, without possessive, and others."""
        bare = [(word, word.removesuffix("'s")) for word in filterfalse(str.islower, types)]
        shaped = [(word, name) for word, name in bare if _has_shape(name)]
        keys = coarse_keys(name for _, name in shaped)
        self.names.update({word: (key, name) for (word, name), key in zip(shaped, keys, strict=False)})
        self.others |= types.difference(self.names)


_memories = [_Memory()]


def _memory() -> _Memory:
    """The memory of this process; a new one where it has grown large."""
    memory = _memories[-1]
    if len(memory.others) + len(memory.names) > _REMEMBERED:
        memory = _memories[-1] = _Memory()
    return memory


def meeting_names(types: set[str]) -> list[set[str]]:
    """The names among the word types that share their coarse key with another one, group by group."""
    memory = _memory()
    unsure = types.difference(memory.others)
    memory.learn(unsure.difference(memory.names))
    groups: dict[str, set[str]] = defaultdict(set)
    for key, name in filter(None, map(memory.names.get, unsure)):
        groups[key].add(name)
    met = []
    for group in groups.values():
        if len(group) > 1:
            words = set(filter(is_common_word, group))
            memory.others |= words
            if len(group) - len(words) > 1:
                met.append(group - words)
    return met


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


@lru_cache(maxsize=1 << 16)
def is_common_word(word: str) -> bool:
    """Whether a word, whatever its case here, is an everyday English word rather than a name."""
    flags, zipf = lexicon().entry(word.lower())
    if not flags & LOWER or not flags & COMMON:
        return False
    return zipf >= (_WORD_AND_NAME_ZIPF if flags & COMMON_NAME else _WORD_ZIPF)
