"""The inputs of a command, in the working directory."""

from collections.abc import Mapping
from pathlib import Path

from catalogue.checked import Inputs
from catalogue.commands.outcome import CannotRunError
from catalogue.messages import messages


def inputs_here(environment: Mapping[str, str]) -> Inputs:
    """Return the inputs that `environment` and the working directory name.

    Raises:
        CannotRunError: A folder of them is not there, or the environment says what cannot be read.
    """
    try:
        inputs = Inputs.from_environment(Path.cwd(), environment)
    except ValueError as error:
        raise CannotRunError(str(error)) from error
    for folder in (inputs.practices, inputs.registry):
        if not folder.is_dir():
            raise CannotRunError(messages().get("cli.no-folder", path=inputs.shown(folder)))
    return inputs
