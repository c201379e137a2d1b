"""Validation errors in the user's words: the file, the key, what is wrong, and what to write instead."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from textlint.hints import did_you_mean


def explain_validation(place: str, error: Exception, model: type[BaseModel] | None = None) -> str:
    """One line a mistake: `file: table.key: what is wrong`, with the nearest right key for an unknown one."""
    if not isinstance(error, ValidationError):
        return f"{place}: {error}"
    return "\n".join(f"{place}: {_one(item['loc'], item['type'], item['msg'], model)}" for item in error.errors())


def _one(location: tuple[int | str, ...], kind: str, message: str, model: type[BaseModel] | None) -> str:
    key = ".".join(map(str, location))
    if kind == "extra_forbidden":
        known = _keys_at(model, location[:-1]) if model else []
        return f'unknown key "{key}"{did_you_mean(str(location[-1]), known)}'
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
