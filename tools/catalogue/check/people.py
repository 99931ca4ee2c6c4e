"""Contacts and ages that cannot be used as written."""

from collections.abc import Iterator

from catalogue.check.raw import Data, number_at, records_at, value_at
from catalogue.problem import Finding


def check_people(data: Data) -> Iterator[Finding]:
    """Yield contacts without a name or role, and ages the wrong way round."""
    for loc, contact in records_at(data, "contacts"):
        if not value_at(contact, "name") and not value_at(contact, "role"):
            yield Finding(loc, "contact-unnamed")
    youngest, oldest = number_at(data, "age", "min"), number_at(data, "age", "max")
    if youngest is not None and oldest is not None and youngest > oldest:
        yield Finding(("age", "max"), "age-order", {"found": str(oldest), "other": str(youngest)})
