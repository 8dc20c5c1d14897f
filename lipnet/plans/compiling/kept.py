"""Rows as JSON, so that they can stand again as they were."""

from datetime import date, datetime

import peewee

Kept = dict


def as_kept(row: peewee.Model, *names: str) -> Kept:
    """Its columns, or those of `names`."""
    fields = row._meta.sorted_fields
    chosen = [field for field in fields if not names or field.name in names]
    return {field.name: _plain(row.__data__.get(field.name)) for field in chosen}


def standing_again(model, kept: Kept, **given) -> peewee.Model | None:
    """The row as it was but for what is `given`; under its own number, unless another has that.

    Whom it named and who is gone since, it names no more; None if it is nothing without.
    """
    values = as_values(model, kept) | given
    fields = model._meta.fields
    if any(values[name] is None and not fields[name].null for name in values):
        return None
    key = model._meta.primary_key
    if model.select().where(key == values[key.name]).exists():
        del values[key.name]
    return model.create(**values)


def as_values(model, kept: Kept) -> Kept:
    fields = model._meta.fields
    return {name: _value(fields[name], value) for name, value in kept.items() if name in fields}


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _value(field: peewee.Field, value):
    if value is None:
        return None
    if isinstance(field, peewee.ForeignKeyField):
        return value if field.rel_model.select().where(field.rel_field == value).exists() else None
    if isinstance(field, peewee.DateTimeField):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(field, peewee.DateField) else value
