"""A small graph as values, written as Turtle and as JSON-LD from the same structure.

Addresses may be relative: both forms resolve them against the address of the document.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What an IRI may not hold as it stands (RFC 3987 and the Turtle grammar's IRIREF).
_UNSAFE = {ord(c): f"%{ord(c):02X}" for c in '<>"{}|^`\\ '} | {n: f"%{n:02X}" for n in range(33)}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Iri:
    """An address, absolute or relative to the document."""

    address: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", self.address.translate(_UNSAFE))


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in a language, or a value of a datatype such as `xsd:date`."""

    text: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its class, its properties, and its address unless it stands within another."""

    kind: str
    properties: "tuple[tuple[str, Value], ...]"
    iri: Iri | None = None


Value = Iri | Literal | Node


def turtle(nodes: Sequence[Node]) -> bytes:
    """Return the graph as Turtle (W3C, RDF 1.1 Turtle)."""
    heads = [f"@prefix {prefix}: <{address}> ." for prefix, address in PREFIXES.items()]
    bodies = [f"<{node.iri.address}> {_body(node, 1)} ." for node in nodes if node.iri]
    return ("\n".join(heads) + "\n\n" + "\n\n".join(bodies) + "\n").encode()


def json_ld(nodes: Sequence[Node]) -> bytes:
    """Return the graph as JSON-LD (W3C, JSON-LD 1.1)."""
    document = {"@context": PREFIXES, "@graph": [_object(node) for node in nodes]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _body(node: Node, depth: int) -> str:
    indent = "  " * depth
    lines = [f"a {node.kind}", *(f"{name} {_term(v, depth)}" for name, v in node.properties)]
    return f" ;\n{indent}".join(lines)


def _term(value: Value, depth: int) -> str:
    if isinstance(value, Iri):
        return f"<{value.address}>"
    if isinstance(value, Node):
        return f"<{value.iri.address}>" if value.iri else f"[ {_body(value, depth + 1)} ]"
    text = f'"{value.text.translate(_ESCAPES)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.datatype}" if value.datatype else text


def _object(node: Node) -> dict[str, object]:
    made: dict[str, object] = {"@id": node.iri.address} if node.iri else {}
    made["@type"] = node.kind
    for name in dict.fromkeys(name for name, _ in node.properties):
        values = list(_values(node, name))
        made[name] = values[0] if len(values) == 1 else values
    return made


def _values(node: Node, name: str) -> Iterator[object]:
    for value in (v for n, v in node.properties if n == name):
        if isinstance(value, Iri):
            yield {"@id": value.address}
        elif isinstance(value, Node):
            yield {"@id": value.iri.address} if value.iri else _object(value)
        elif value.language:
            yield {"@value": value.text, "@language": value.language}
        elif value.datatype:
            yield {"@value": value.text, "@type": value.datatype}
        else:
            yield value.text
