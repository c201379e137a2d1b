"""Ask a LanguageTool server, through language-tool-python, for its matches in paragraphs of text."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import language_tool_python
from language_tool_python.exceptions import LanguageToolError as ClientError

from textlint.languagetool.install import LanguageToolError

# A request of some KB keeps the server's overhead small and its memory and delay bounded.
REQUEST_CHARACTERS = 12_000
_SECONDS = 120
_INLINE_CODE = re.compile(r"(`[^`\n]{1,400}`)")
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Match:
    """What LanguageTool says of a stretch of a paragraph; offsets in code points of the paragraph."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class Client(language_tool_python.LanguageTool):
    """A client of one server for one variety of English.

    The base class offers plain texts and converts offsets wrongly after an emoji, so that requests and answers are
    ours; its connection and errors are kept. Raises LanguageToolError where no LanguageTool answers.
    """

    def __init__(self, url: str, language: str = "en-US", *, only: Sequence[str] = ()) -> None:
        try:
            super().__init__(language, remote_server=url)
        except (ClientError, KeyError, TypeError, ValueError) as error:
            raise LanguageToolError(f"what answers at {url} is no LanguageTool: {_short(error)}") from error
        self._TIMEOUT = _SECONDS  # type: ignore[assignment] # the base class waits five minutes
        if only:
            self.enabled_rules = set(only)
            self.enabled_rules_only = True

    def _create_params(self, text: str) -> dict[str, str]:
        """The request: inline code, all that is left of markup in a document's prose, goes as markup."""
        params: dict[str, str] = super()._create_params(text)
        if "`" in text:
            del params["text"]
            params["data"] = json.dumps({"annotation": list(_annotated(text))})
        return params

    def paragraphs(self, texts: Sequence[str]) -> list[list[Match]]:
        """The matches in each paragraph, asked for in one request.

        Raises LanguageToolError if the server is gone, too slow, or answers something else than matches.
        """
        whole = _GAP.join(texts)
        try:
            answer = self._query_server(f"{self.url}check", self._create_params(whole), num_tries=1, method="post")
            found = [_match(item) for item in answer["matches"]]
        except (ClientError, KeyError, TypeError, ValueError) as error:
            raise LanguageToolError(
                f"LanguageTool at {self.url} does not answer as it should: {_short(error)}"
            ) from error
        return _apart(texts, found, _utf16_offsets(whole))


def _annotated(text: str) -> Iterator[dict[str, str]]:
    """The text in parts; code is read as a noun, and offsets stay those of the whole."""
    for nth, part in enumerate(_INLINE_CODE.split(text)):
        yield {"markup": part, "interpretAs": "code"} if nth % 2 else {"text": part}


def _match(item: dict[str, Any]) -> Match:
    start = int(item["offset"])
    return Match(
        start,
        start + int(item["length"]),
        str(item["rule"]["id"]),
        str(item["rule"]["category"]["id"]),
        str(item["message"]),
        tuple(str(replacement["value"]) for replacement in item["replacements"][:5]),
    )


def _utf16_offsets(text: str) -> list[int]:
    """The offsets, in UTF-16 units, just after each character outside the Basic Multilingual Plane."""
    if text.isascii():
        return []
    wide = (at for at, character in enumerate(text) if ord(character) > 0xFFFF)
    return [at + nth + 2 for nth, at in enumerate(wide)]


def _apart(texts: Sequence[str], found: Sequence[Match], wide: Sequence[int]) -> list[list[Match]]:
    """Matches of the joined text, in UTF-16 units, given back to their paragraphs in code points."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(_GAP)
    apart: list[list[Match]] = [[] for _ in texts]
    for match in found:
        start, end = (unit - bisect_right(wide, unit) for unit in (match.start, match.end))
        nth = bisect_right(starts, start) - 1
        if start >= starts[nth] and end <= starts[nth] + len(texts[nth]):
            base = starts[nth]
            apart[nth].append(
                Match(start - base, end - base, match.rule, match.category, match.message, match.replacements)
            )
    return apart


def _short(error: Exception) -> str:
    said = str(error).strip() or type(error).__name__
    return said if len(said) < 200 else said[:199] + "…"


def as_json(matches: Sequence[Match]) -> str:
    """Matches as one line, for the cache."""
    return json.dumps([[m.start, m.end, m.rule, m.category, m.message, m.replacements] for m in matches])


def from_json(line: str) -> list[Match]:
    """Matches from their cached line."""
    return [Match(start, end, rule, cat, said, tuple(more)) for start, end, rule, cat, said, more in json.loads(line)]
