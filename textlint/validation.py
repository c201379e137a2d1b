"""Validation errors in the user's words: the file, the key, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "..."?` with the known word most like this one, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def explain_validation(place: str, error: Exception, model: type[BaseModel] | None = None) -> str:
    """One line a mistake: `file: table.key: what is wrong`, with the nearest right key for an unknown one."""
    if not isinstance(error, ValidationError):
        return f"{place}: {error}"
    return "\n".join(f"{place}: {_one(item['loc'], item['type'], item['msg'], model)}" for item in error.errors())


def _one(location: tuple[int | str, ...], kind: str, message: str, model: type[BaseModel] | None) -> str:
    key = ".".join(map(str, location))
    if kind == "extra_forbidden":
        known = _keys_at(model, location[:-1]) if model else []
        return f'unknown key "{key}"{nearest(str(location[-1]), known)}'
    if kind == "missing":
        return f'the key "{key}" is missing'
    return f"{key}: {message.removeprefix('Value error, ')}"


def _keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at this place may hold."""
    for part in location:
        found = [field for name, field in model.model_fields.items() if part in (name, field.alias)]
        if found:
            inner = [found[0].annotation, *getattr(found[0].annotation, "__args__", ())]
            model = next((kind for kind in inner if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    return [field.alias or name for name, field in model.model_fields.items()]
