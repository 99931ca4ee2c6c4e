"""What a linter says of the scripts that pages load."""

import json
from collections.abc import Iterator

from audit.programs import node_package, reason, run
from audit.report import Finding, NotRunError, Said, Site
from audit.supply import ROOT

# Control and combining characters are looked for on purpose: they come with pasted text.
ALLOWED = ("no-control-regex", "no-misleading-character-class")


def scripts(site: Site) -> Iterator[Said]:
    """Every own script by oxlint, with its rules for what is surely or probably wrong."""
    options = [part for rule in ALLOWED for part in ("--allow", rule)]
    options += ["--format", "json", "--ignore-pattern", "vendor"]
    program = node_package("oxlint") / "bin" / "oxlint"
    done = run("node", program, *options, "overrides/assets", cwd=ROOT)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise NotRunError(f"oxlint failed ({reason(done.stderr)})") from error
    if not answer.get("number_of_files"):
        raise NotRunError("oxlint found no scripts")
    for found in answer["diagnostics"]:
        line = next((label["span"]["line"] for label in found["labels"]), "")
        yield Finding(f"{found['filename']}:{line}: {found['message']} ({found['code']})")
