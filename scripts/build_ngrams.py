"""Distil the n-gram model: `ngrams.marisa` and `ngrams.bin`.

Usage: build_ngrams.py MODEL [OUTPUT]    (needs numpy and marisa-trie)

MODEL is `pocketsphinx/model/en-us/en-us.lm.bin` of the PyPI package pocketsphinx 5.1.1 (BSD-2-Clause, Carnegie Mellon
University): 72,547 words, 2.05 million bigrams and 1.67 million trigrams with back-off. Kept are the most frequent
words, and the n-grams that tell most against what back-off would say of them (the criterion of Stolcke, "Entropy-based
pruning of backoff language models", 1998). The output depends on the model alone.
"""

from __future__ import annotations

import re
import struct
import sys
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Any, TypeAlias

import marisa_trie
import numpy as np  # type: ignore[import-not-found,unused-ignore]

from textlint.checks.spelling.ngrams import BACKOFF_LEAST, BACKOFF_STEPS, HEADER, PROBABILITY_STEPS, trigram_key

_DATA = Path(__file__).parents[1] / "rules/spelling/data"
_WORDS, _BIGRAMS, _TRIGRAMS = 65_000, 1_300_000, 700_000
_MAGIC = b"Trie Language Model"
_BASE = log10(1.0001)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|</?s>")
Array: TypeAlias = "np.ndarray[Any, Any]"


@dataclass
class Model:
    """A trigram model as parallel arrays; log10, n-grams in the order of the source."""

    words: list[str]
    unigram: Array
    unigram_backoff: Array
    bigram: Array  # (n, 2) ids, the earlier word first
    bigram_p: Array
    bigram_backoff: Array
    trigram: Array  # (n, 3)
    trigram_p: Array


def _bits(data: bytes, count: int, record: int, offset: int, width: int) -> Array:
    """A field of `width` bits out of each of `count` records of `record` bits."""
    position = np.arange(count, dtype=np.int64) * record + offset
    raw = np.frombuffer(data, dtype=np.uint8)
    value = np.zeros(count, dtype=np.uint64)
    for byte in range(8):
        value |= raw[(position >> 3) + byte].astype(np.uint64) << np.uint64(8 * byte)
    value = (value >> (position & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)
    return value.astype(np.int64)


def read_model(path: Path) -> Model:
    """Read the trie of PocketSphinx: quantised, bit-packed, each n-gram filed under its last word."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise SystemExit(f"{path}: not a trie language model of PocketSphinx")
    at = len(_MAGIC) + 1
    n, bigrams, trigrams = struct.unpack_from("<3I", data, at)
    at += 16
    tables = np.frombuffer(data, "<f4", 3 * 65536, at).astype(np.float64).reshape(3, 65536) * _BASE
    at += 12 * 65536
    unigrams = np.frombuffer(data, [("p", "<f4"), ("backoff", "<f4"), ("next", "<u4")], n + 1, at)
    at += 12 * (n + 1)
    word_bits, next_bits = int(n).bit_length(), int(trigrams).bit_length()
    record = word_bits + 32 + next_bits
    middle = data[at : at + ((1 + bigrams) * record + 7) // 8 + 8] + bytes(16)
    at += len(middle) - 16
    last_record = word_bits + 16
    last = data[at : at + ((1 + trigrams) * last_record + 7) // 8 + 8] + bytes(16)
    at += len(last) - 16
    words = [word.decode() for word in data[at + 4 :].split(b"\0")[:n]]

    used = int(unigrams["next"][-1])
    owner = np.repeat(np.arange(n), np.diff(unigrams["next"].astype(np.int64)).astype(np.int64))
    earlier = _bits(middle, used, record, 0, word_bits)
    children = np.maximum.accumulate(_bits(middle, used + 1, record, word_bits + 32, next_bits))
    parent = np.repeat(np.arange(used), np.diff(children))
    first = _bits(last, len(parent), last_record, 0, word_bits)
    return Model(
        words,
        unigrams["p"][:-1] * _BASE,
        unigrams["backoff"][:-1] * _BASE,
        np.column_stack([earlier, owner]),
        tables[0][_bits(middle, used, record, word_bits + 16, 16)],
        tables[1][_bits(middle, used, record, word_bits, 16)],
        np.column_stack([first, earlier[parent], owner[parent]]),
        tables[2][_bits(last, len(parent), last_record, word_bits, 16)],
    )


def _keep_words(model: Model) -> tuple[Model, marisa_trie.Trie]:
    """The model of its most frequent words, ids as the trie gives them."""
    order = [i for i in np.argsort(-model.unigram, kind="stable").tolist() if _WORD.fullmatch(model.words[i])]
    kept = {*order[:_WORDS], model.words.index("<s>")}
    trie = marisa_trie.Trie(sorted(model.words[i] for i in kept))
    new = np.full(len(model.words), -1, dtype=np.int64)
    for i in kept:
        new[i] = trie[model.words[i]]
    old = np.argsort(new)[len(model.words) - len(kept) :]
    two, three = new[model.bigram], new[model.trigram]
    has_two, has_three = (two >= 0).all(axis=1), (three >= 0).all(axis=1)
    words = [model.words[i] for i in old.tolist()]
    return Model(
        words, model.unigram[old], model.unigram_backoff[old],
        two[has_two], model.bigram_p[has_two], model.bigram_backoff[has_two],
        three[has_three], model.trigram_p[has_three],
    ), trie  # fmt: skip


def _find(keys: Array, wanted: Array) -> Array:
    """Where the wanted keys stand among sorted keys, -1 where they do not."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1)


def prune(model: Model) -> Model:
    """Keep the n-grams that matter, sorted by their words."""
    n = len(model.words)
    key = model.bigram[:, 0] * n + model.bigram[:, 1]
    order = np.argsort(key)
    key, two = key[order], model.bigram[order]
    two_p, two_backoff = model.bigram_p[order], model.bigram_backoff[order]
    joint = model.unigram[two[:, 0]] + two_p
    surprise = np.abs(two_p - model.unigram_backoff[two[:, 0]] - model.unigram[two[:, 1]])
    weight = 10**joint * (0.5 + surprise)

    context = _find(key, model.trigram[:, 0] * n + model.trigram[:, 1])
    lower = _find(key, model.trigram[:, 1] * n + model.trigram[:, 2])
    usable = (context >= 0) & (lower >= 0)
    three, three_p, context, lower = (x[usable] for x in (model.trigram, model.trigram_p, context, lower))
    told = np.abs(three_p - two_backoff[context] - two_p[lower])
    best = np.argsort(-(10 ** (joint[context] + three_p)) * told, kind="stable")[:_TRIGRAMS]
    weight[context[best]] += 1  # the back-off of its context comes with a trigram
    kept = np.sort(np.argsort(-weight, kind="stable")[:_BIGRAMS])
    return Model(
        model.words, model.unigram, model.unigram_backoff,
        two[kept], two_p[kept], two_backoff[kept], three[best], three_p[best],
    )  # fmt: skip


def pack(model: Model) -> bytes:
    """The bytes of `ngrams.bin`, laid out as textlint/checks/spelling/ngrams.py reads them."""
    n = len(model.words)
    keys = trigram_key(*(model.trigram[:, i].astype(np.uint64) for i in range(3)))  # type: ignore[arg-type,unused-ignore]
    order = np.argsort(keys, kind="stable")
    starts = np.searchsorted(model.bigram[:, 0], np.arange(n + 1))
    return b"".join([
        HEADER.pack(n, len(model.bigram), len(model.trigram)),
        starts.astype("<u4").tobytes(),
        keys[order].astype("<u4").tobytes(),  # type: ignore[index,unused-ignore]
        model.bigram[:, 1].astype("<u2").tobytes(),
        _probabilities(model.unigram), _backoffs(model.unigram_backoff),
        _probabilities(model.bigram_p), _backoffs(model.bigram_backoff),
        _probabilities(model.trigram_p[order]),
    ])  # fmt: skip


def _probabilities(values: Array) -> bytes:
    return bytes(np.clip(np.round(values * -PROBABILITY_STEPS), 0, 255).astype(np.uint8))


def _backoffs(values: Array) -> bytes:
    return bytes(np.clip(np.round((values - BACKOFF_LEAST) * BACKOFF_STEPS), 0, 255).astype(np.uint8))


def main(source: str, output: str = str(_DATA)) -> None:
    model, trie = _keep_words(read_model(Path(source)))
    trie.save(str(Path(output) / "ngrams.marisa"))
    (Path(output) / "ngrams.bin").write_bytes(pack(prune(model)))


if __name__ == "__main__":
    main(*sys.argv[1:])
