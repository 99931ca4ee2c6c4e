"""What many records have alike, held once.

Pydantic gives each record a set of the names of the fields that were given. Of a practice, which is
some two dozen records, these sets take a third of the room, and nearly all are like others.
"""

from pydantic import BaseModel

_SETS: dict[frozenset[str], set[str]] = {}


def share_field_sets(record: BaseModel) -> None:
    """Let `record`, and the records in it, hold these sets in common with others like them.

    Records are frozen: nobody changes the set of one, and with it that of another.
    """
    given = record.__pydantic_fields_set__
    shared = _SETS.setdefault(frozenset(given), given)
    object.__setattr__(record, "__pydantic_fields_set__", shared)
    for value in record.__dict__.values():
        if isinstance(value, BaseModel):
            share_field_sets(value)
        elif value.__class__ is tuple:
            for item in value:
                if isinstance(item, BaseModel):
                    share_field_sets(item)
