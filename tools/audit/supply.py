"""What the project rests on: third-party files, licences and known vulnerabilities."""

import hashlib
import json
from collections.abc import Iterator

import yaml

from audit import licences
from audit.programs import CACHE, TOOLS, python_tool, reason, run
from audit.report import Finding, NotRun, NotRunError, Said, Site

ROOT = TOOLS.parents[1]
VENDOR = ROOT / "overrides" / "assets" / "vendor"
MANIFEST = "MANIFEST.yml"
TOLD = {"file", "version", "origin", "licence", "licence_file", "sha256"}


def vendored(site: Site) -> Iterator[Said]:
    """Every third-party file that the site ships is in the manifest, unchanged."""
    manifest = VENDOR / MANIFEST
    entries = yaml.safe_load(manifest.read_text("utf-8")) if manifest.is_file() else {}
    named = {MANIFEST}
    for name, entry in entries.items():
        if missing := TOLD - set(entry):
            yield Finding(f"{name}: {', '.join(sorted(missing))} not told")
            continue
        named |= {entry["file"], entry["licence_file"]}
        data = (VENDOR / entry["file"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            yield Finding(f"{name}: {entry['file']} has been changed")
    if VENDOR.is_dir():
        strange = sorted(path.name for path in VENDOR.iterdir() if path.name not in named)
        yield from (Finding(f"{name}: not in the manifest") for name in strange)


def licence_list(site: Site) -> Iterator[Said]:
    """The licence of every installed package, against the allowed ones."""
    found = licences.licences()
    text = "".join(f"{name}: {licence}\n" for name, licence in found.items())
    (CACHE / "licences.txt").write_text(text, encoding="utf-8")
    yield from map(Finding, licences.faults(found))


def vulnerabilities(site: Site) -> Iterator[Said]:
    """The locked dependencies by pip-audit."""
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    done = run(python_tool("pip-audit"), *options, "-r", ROOT / "requirements" / "dev.txt")
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError) as error:
        unread = f"the source of advisories was not reached ({reason(done.stderr)})"
        raise NotRunError(unread) from error
    for package in packages:
        for found in package.get("vulns", ()):
            yield Finding(f"{package['name']} {package['version']}: {found['id']}")
    # It calls a package sound about which it was told nothing.
    if skipped := [package["name"] for package in packages if "skip_reason" in package]:
        known = f"nothing is known of {len(skipped)} of {len(packages)} packages"
        yield NotRun(known if len(skipped) == len(packages) else f"{known}: {', '.join(skipped)}")
