"""Findings turned into problems: the place becomes a line, the code a sentence."""

from collections.abc import Iterable, Iterator

from catalogue.messages import Messages
from catalogue.problem import Finding, Problem, dotted
from catalogue.source.document import Source


def resolve(
    source: Source, findings: Iterable[Finding], texts: Messages, *, in_body: bool = False
) -> Iterator[Problem]:
    """Yield `findings` about `source` as problems.

    With `in_body` the lines of findings count from the first line of the body.
    """
    offset = source.body_line - 1 if in_body else 0
    for finding in findings:
        line = source.line_of(finding.loc) if finding.line is None else finding.line + offset
        field = texts.get("check.body") if in_body else dotted(finding.loc)
        message = sentence(finding, texts)
        yield Problem(source.path, line, field, finding.code, message)


def sentence(finding: Finding, texts: Messages) -> str:
    """Return what was expected and what was found, with the suggestion if there is one."""
    params = dict(finding.params)
    if shape := params.pop("found_shape", None):
        params["found"] = texts.get(f"check.shape.{shape}")
    code = finding.code
    # Which sign it is that an address cannot hold, where it is one.
    if sign := params.get("sign"):
        code = f"{code}.sign" if sign.strip() else f"{code}.space"
    message = texts.get(f"check.{code}", **params)
    if "suggestion" in params:
        message = (
            message.removesuffix(".")
            + ". "
            + texts.get("check.did-you-mean", suggestion=params["suggestion"])
        )
    return message
