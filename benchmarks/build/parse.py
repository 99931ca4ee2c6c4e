"""The least that reading the practices can take: libyaml's parse of their front matter.

`python -m benchmarks.build.parse FOLDER`
"""

import sys
from pathlib import Path

import yaml


def main() -> None:
    """Parse the front matter of every practice in the folder that the command line names."""
    for path in sorted(Path(sys.argv[1]).glob("*.md")):
        head, _, _ = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        yaml.load(head, yaml.CSafeLoader)


if __name__ == "__main__":
    main()
