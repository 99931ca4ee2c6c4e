"""A column of a tabular export, and a table: what CSV, XLSX and the data dictionary share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Generic, TypeVar

from catalogue.entry import Entry
from catalogue.model.registry import Registry

T = TypeVar("T")
Value = str | int | Decimal | None

TEXT, LIST, INTEGER, NUMBER, DATE = "text", "list", "integer", "number", "date"
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: `export.column.<table>.<name>` is its label and says what it means.

    Attributes:
        name: Heading in the file, stable between versions of the schema.
        read: How the value is read from a row; None leaves the cell empty.
        kind: text, list (values separated by `; `), integer, number, or date (a partial date, an
            interval of two, or `unknown`).
        vocabulary: The vocabulary of its values, or "".
        register: The register in which its values are ids, or "".
        derived: Whether the value is worked out here rather than written in a record.
    """

    name: str
    read: Callable[[T], Value]
    kind: str = TEXT
    vocabulary: str = ""
    register: str = ""
    derived: bool = False


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table: its name, its columns, and the rows that one practice gives."""

    name: str
    columns: tuple[Column[T], ...]
    rows: Callable[[Entry, Registry], Iterable[T]]

    def cells(self, entry: Entry, registry: Registry) -> list[list[Value]]:
        """Return the rows of one practice; depends on nothing but the entry and the registry."""
        return [[read(row) for read in self._reads] for row in self.rows(entry, registry)]

    @cached_property
    def _reads(self) -> tuple[Callable[[T], Value], ...]:
        return tuple(column.read for column in self.columns)


def listed(values: Iterable[str]) -> str:
    """Return `values` as one cell."""
    return SEPARATOR.join(values)
