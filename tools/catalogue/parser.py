"""The reader of the command line: help and errors in the words of the message catalogue."""

import argparse
from collections.abc import Callable
from typing import Any

from catalogue.messages import Messages, messages
from catalogue.whole_number import whole_number

# What argparse says, word for word as it asks gettext for it, and the key of our own words. What is
# said to programmers alone is not here; the test that reads argparse's own source knows which.
SAID = {
    "usage: ": "usage",
    "positional arguments": "positional",
    "options": "options",
    "show this help message and exit": "help",
    "argument %(argument_name)s: %(message)s": "argument",
    "unrecognized arguments: %s": "unrecognized",
    "not allowed with argument %s": "not-with",
    "ignored explicit argument %r": "no-value",
    "the following arguments are required: %s": "required",
    "one of the arguments %s is required": "one-required",
    "expected one argument": "one-value",
    "expected at most one argument": "at-most-one",
    "expected at least one argument": "at-least-one",
    "expected %s argument": "values",
    "expected %s arguments": "values",
    "ambiguous option: %(option)s could match %(matches)s": "ambiguous",
    "unexpected option string: %s": "unrecognized",
    "invalid %(type)s value: %(value)r": "invalid",
    "%(prog)s: error: %(message)s\n": "error",
    "argument '%(argument_name)s' is deprecated": "deprecated",
    "option '%(option)s' is deprecated": "deprecated",
    "command '%(parser_name)s' is deprecated": "deprecated",
}


class Parser(argparse.ArgumentParser):
    """A parser of arguments that speaks the language of the message catalogue."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As `argparse.ArgumentParser`."""
        _speak(messages())
        super().__init__(*args, **kwargs)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As `argparse` does, but refuse what is not known, and say which option may be meant."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            from catalogue.check.suggestion import nearest

            said = messages().get("cli.argparse.unrecognized") % " ".join(unknown)
            close = nearest(unknown[0].partition("=")[0], self._option_string_actions)
            if close and unknown[0].startswith("-"):
                said = f"{said}. {messages().get('check.did-you-mean', suggestion=close)}"
            self.error(said)
        return found, unknown

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Refuse a value that is no choice, and say which one may be meant."""
        if action.choices is None or value in action.choices:
            return
        # Only a mistake needs it.
        from catalogue.check.suggestion import nearest

        t, choices = messages().get, [str(choice) for choice in action.choices]
        params = {"found": value, "allowed": ", ".join(choices)}
        command = isinstance(action, argparse._SubParsersAction)
        said = t("cli.argparse.command" if command else "cli.argparse.choice", **params)
        if close := nearest(str(value), choices):
            said = f"{said} {t('check.did-you-mean', suggestion=close)}"
        if command:
            self.error(said)
        raise argparse.ArgumentError(action, said)


def whole(first: int, last: int) -> Callable[[str], int]:
    """Return what reads an argument as a whole number from `first` to `last`.

    It raises `argparse.ArgumentTypeError` for anything else, in the reader's language.
    """

    def read(text: str) -> int:
        number = whole_number(text, first, last)
        if number is None:
            params = {"first": first, "last": last, "found": text}
            raise argparse.ArgumentTypeError(messages().get("cli.argparse.whole", **params))
        return number

    return read


def _speak(texts: Messages) -> None:
    """Let argparse say what it says in the words of `texts`.

    It takes every word from gettext by its module's own `_` and `ngettext`, and there is no other
    place at which to give it ours.
    """

    def say(words: str) -> str:
        return texts.get(f"cli.argparse.{SAID[words]}") if words in SAID else words

    names = vars(argparse)
    names["_"] = say
    names["ngettext"] = lambda one, many, count: say(one if count == 1 else many)
