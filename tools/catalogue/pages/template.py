"""Jinja as the pages use it: always escaping, strict, and compiled to plain Python.

Jinja lets a template treat any value in any way: it looks for every attribute in two places, and
asks of everything that is called what it is. Our templates are given typed values, so an attribute
here is an attribute and a call a call; and texts are put in when a template is compiled.
"""

import hashlib
from collections.abc import Callable, MutableMapping, Sequence
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from catalogue.messages import Messages
from catalogue.pages.link import link
from catalogue.pages.markup import shown

# Compiled templates by their texts and sources, for every environment of this process.
_COMPILED: dict[tuple[str, str, str], CodeType] = {}


def environment(texts: Messages) -> Environment:
    """Return Jinja with the globals `t`, for `texts`, and `link`; a missing value is an error."""
    made = _Environment(
        loader=PackageLoader("catalogue", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(texts),
    )
    made.globals.update(t=texts.get, link=link)
    return made


class _Compiled(BytecodeCache):
    """Keeps compiled templates in memory, by the texts that are part of them."""

    def __init__(self, texts: Messages) -> None:
        own = repr((texts.language, sorted(texts.texts.items())))
        self._texts = hashlib.sha256(own.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _COMPILED.get((self._texts, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        _COMPILED[self._texts, bucket.key, bucket.checksum] = bucket.code


def _macro(written: Callable[..., str], names: Sequence[str]) -> Callable[..., Markup]:
    """Return the macro that gives what `written` does of the arguments `names`."""

    def macro(*given: object, **named: object) -> Markup:
        if len(given) < len(names):
            given += tuple([named.pop(name, missing) for name in names[len(given) :]])
        return Markup(written(*given, **named))

    return macro


class _Constants(NodeTransformer):
    """Puts in what texts and links are, where a template names them outright."""

    def __init__(self, environment: Environment) -> None:
        self._functions: dict[str, Any] = {n: environment.globals[n] for n in ("t", "link")}

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        self.generic_visit(node, *args, **kwargs)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in self._functions:
            return node
        try:
            given, named = nodes.args_as_const(node, None)
        except nodes.Impossible:
            return node
        return nodes.Const(self._functions[name](*given, **named), lineno=node.lineno)


class _PlainCode(CodeGenerator):
    """Writes what a template says as Python that says the same."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        for function in (shown, _macro):
            self.writeline(f"from {function.__module__} import {function.__name__}")
        super().visit_Template(_Constants(self.environment).visit(node), frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"{_macro.__name__}(macro, {names!r})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        # Macros that know nothing of the page are made once.
        if node.with_context:
            self.fail("macros here are given all that they use", node.lineno)
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(").module")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if forward_caller:
            self.fail("no macro here is given a body", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        for stars, arguments in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if arguments is not None:
                self.write(stars)
                self.visit(arguments, frame)
                self.write(", ")
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        # What is joined here are keys and addresses: plain texts.
        self.write("str_join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"{shown.__name__}(")


class _Environment(Environment):
    code_generator_class = _PlainCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # Every page copies them, which a plain dictionary makes cheap; they are set by now.
        return {**self.globals, **(d or {})}
