"""The inputs of a command, in the working directory, and their registry."""

from collections.abc import Mapping
from pathlib import Path

from catalogue.check.registry import load_registry
from catalogue.check.report import as_text
from catalogue.checked import Inputs
from catalogue.commands.outcome import CannotRunError
from catalogue.messages import Messages, messages
from catalogue.model.registry import Registry


def inputs_here(environment: Mapping[str, str]) -> Inputs:
    """Return the inputs that `environment` and the working directory name.

    Raises:
        CannotRunError: A folder of them is not there, the cache is a link, or the environment says
            what cannot be read.
    """
    try:
        inputs = Inputs.from_environment(Path.cwd(), environment)
    except ValueError as error:
        raise CannotRunError(str(error)) from error
    for folder in (inputs.practices, inputs.registry):
        if not folder.is_dir():
            raise CannotRunError(messages().get("cli.no-folder", path=inputs.shown(folder)))
    # It may have come with the content, and what is kept would be written where it leads.
    if inputs.cache.is_symlink():
        raise CannotRunError(messages().get("cli.cache-link", path=inputs.shown(inputs.cache)))
    return inputs


def registry_here(inputs: Inputs, texts: Messages) -> Registry:
    """Return the registry of `inputs`.

    Raises:
        CannotRunError: It has problems; they are told.
    """
    found = load_registry(inputs.registry, inputs.shown(inputs.registry), texts)
    if found.registry is None:
        raise CannotRunError(as_text(found.problems))
    return found.registry
