"""The licences of everything that is installed, against those that the project may rest on."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageMetadata, distributions

# What may be used in a work under the EUPL and shipped to a public body.
ALLOWED = re.compile(
    r"MIT|BSD|Apache|ISC|MPL|Mozilla Public|Python Software Foundation|PSF|Unlicense|Zero-Clause"
    r"|CC0|HPND|Zlib|EUPL|Public Domain",
    re.IGNORECASE,
)
COPYLEFT = re.compile(r"\bA?L?GPL|GNU (Affero|Lesser|General)", re.IGNORECASE)
# Finnish morphology is to be had only so; they are used as they are, beside our own work.
COPYLEFT_ALLOWED = {"pyvoikko", "kfst"}
# Where the package names no licence in its metadata, read from its own files.
STATED = {"axe-playwright-python": "MIT", "pyromark": "MIT"}


def licence_of(package: Distribution) -> str:
    """Return what `package` says of its licence, or `""`."""
    meta = package.metadata
    classified = [
        text.rpartition(" :: ")[2]
        for text in meta.get_all("Classifier") or ()
        if text.startswith("License ::")
    ]
    written = _one(meta, "License-Expression") or "; ".join(classified) or _one(meta, "License")
    return written.strip().split("\n")[0] or STATED.get(str(meta["Name"]), "")


def _one(meta: PackageMetadata, key: str) -> str:
    return str(meta[key]) if key in meta else ""


def licences() -> dict[str, str]:
    """Return the licence of every installed package, by name and version."""
    found = {}
    for package in distributions():
        name = str(package.metadata["Name"])
        if name != "catalogue":
            found[f"{name} {package.version}"] = licence_of(package)
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def faults(found: dict[str, str]) -> Iterator[str]:
    """Yield the packages whose licence is not known or not allowed."""
    for package, licence in found.items():
        name = package.partition(" ")[0].lower()
        alternatives = re.split(r"\bOR\b", licence)
        free = any(ALLOWED.search(a) and not COPYLEFT.search(a) for a in alternatives)
        if not free and not (name in COPYLEFT_ALLOWED and COPYLEFT.search(licence)):
            yield f"{package}: {licence or 'licence not stated'}"
