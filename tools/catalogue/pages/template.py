"""Jinja as the pages use it: always escaping, strict, and compiled to plain Python.

Jinja lets a template treat any value in any way: it looks for every attribute in two places, and
asks of everything that is called what it is. Our templates are given typed values, so an attribute
here is an attribute and a call a call; and texts are put in when a template is compiled.
"""

from collections.abc import Hashable, Iterable, Mapping, MutableMapping
from functools import cached_property
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import Template, TemplateModule
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.visitor import NodeTransformer

from catalogue.messages import Messages
from catalogue.pages.link import link
from catalogue.pages.markup import safe, shown

# How names of globals begin in what is compiled.
_GLOBAL = "global_"
# Compiled templates by what is put into them, and their sources, for every environment of this
# process.
_COMPILED: dict[tuple[Hashable, str, str], CodeType] = {}


def environment(texts: Messages, shared: Mapping[str, object] | None = None) -> "Templates":
    """Return Jinja with the globals `t`, for `texts`, `link` and `shared`.

    A missing value is an error. No value given to a template may have the name of a global: a
    template finds its globals when it is loaded.
    """
    made = Templates(
        loader=PackageLoader("catalogue", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update(shared or {}, t=texts.get, link=link)
    made.bytecode_cache = _Compiled(texts, made.globals)
    return made


class _Compiled(BytecodeCache):
    """Keeps compiled templates in memory, by the texts and the names that are part of them."""

    def __init__(self, texts: Messages, names: Iterable[str]) -> None:
        self._part = texts.language, frozenset(texts.texts.items()), frozenset(names)

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _COMPILED.get((self._part, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        _COMPILED[self._part, bucket.key, bucket.checksum] = bucket.code


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
        for function in (shown, safe):
            self.writeline(f"from {function.__module__} import {function.__name__}")
        for name in self.environment.globals:
            self.writeline(f"{_GLOBAL}{name} = environment.globals[{name!r}]")
        super().visit_Template(_Constants(self.environment).visit(node), frame)

    def enter_frame(self, frame: Frame) -> None:
        symbols, loads = frame.symbols, frame.symbols.loads
        symbols.loads = {ref: load for ref, load in loads.items() if not self._shared(load)}
        super().enter_frame(frame)
        symbols.loads = loads

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        load = frame.symbols.find_load(frame.symbols.ref(node.name))
        if node.ctx == "load" and load and self._shared(load):
            self.write(f"{_GLOBAL}{node.name}")
        else:
            super().visit_Name(node, frame)

    def _shared(self, load: tuple[str, str | None]) -> bool:
        """Whether a name means a global."""
        action, name = load
        return action == VAR_LOAD_RESOLVE and name in self.environment.globals

    def macro_body(
        self, node: nodes.Macro | nodes.CallBlock, frame: Frame
    ) -> tuple[Frame, MacroRef]:
        """Write a macro as a function of the same arguments."""
        frame = frame.inner()
        frame.require_output_check = False
        frame.symbols.analyze_node(node)
        optional = dict(zip([a.name for a in node.args][::-1], node.defaults[::-1], strict=False))
        given = [f"{a.name}=missing" if a.name in optional else a.name for a in node.args]
        self.writeline(f"def macro({', '.join(given)}):", node)
        self.indent()
        self.buffer(frame)
        self.enter_frame(frame)
        for argument in node.args:
            self.writeline(f"{frame.symbols.ref(argument.name)} = {argument.name}")
            if argument.name in optional:
                self.write(f" if {argument.name} is not missing else ")
                self.visit(optional[argument.name], frame)
        self.blockvisit(node.body, frame)
        self.return_buffer_contents(frame)
        self.leave_frame(frame, with_python_scope=True)
        self.outdent()
        return frame, MacroRef(node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return {safe.__name__}(concat({frame.buffer}))")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        # Macros that know nothing of the page are made once.
        if node.with_context or not isinstance(node.template, nodes.Const):
            self.fail("macros here are given all that they use", node.lineno)
        for name in node.names:
            macro, alias = name if isinstance(name, tuple) else (name, name)
            made = f"environment.macros({node.template.value!r}).{macro}"
            self.writeline(f"{frame.symbols.ref(alias)} = {made}")

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
        self.write("''.join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"{shown.__name__}(")


class Templates(Environment):
    """Templates of one frame: Jinja with what every template may use."""

    code_generator_class = _PlainCode

    def rendered(self, template: str, values: Mapping[str, object]) -> str:
        """Return `template` with `values`.

        Raises:
            ValueError: A value has the name of a global.
        """
        if not self.globals.keys().isdisjoint(values):
            raise ValueError(f"{template}: {sorted(self.globals.keys() & values.keys())}")
        if template not in self._templates:
            self._templates[template] = self.get_template(template)
        return self._templates[template].render(values)

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def macros(self, template: str) -> TemplateModule:
        """Return the macros of `template`, made once."""
        if template not in self._macros:
            self._macros[template] = self.get_template(template).module
        return self._macros[template]

    @cached_property
    def _macros(self) -> dict[str, TemplateModule]:
        return {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a page is given: templates have found their globals."""
        return d or {}
