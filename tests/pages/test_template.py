"""How templates are compiled."""

from dataclasses import replace

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from catalogue.messages import LANGUAGES, messages
from catalogue.pages.citation import CitedAs
from catalogue.pages.template import environment
from tests.factories import frame, real_catalogue


def rendered(source: str, **values: object) -> str:
    """Return the template `source` with `values`."""
    return environment(messages()).from_string(source).render(**values)


def test_everything_written_is_escaped_and_markup_is_not() -> None:
    """Also what macros are given and what filters make."""
    source = (
        "{% macro m(a, b='<i>') %}{{ a }}{{ b }}{% endmacro %}{{ m(x) }}{{ m(y, b='') }}{{ z }}"
    )
    html = rendered(source, x="<x>", y=Markup("<y>"), z=1)
    assert html == "&lt;x&gt;&lt;i&gt;<y>1"


@pytest.mark.parametrize("source", ["{{ missing }}", "{{ missing() }}", "{{ missing.name }}"])
def test_a_missing_value_is_an_error(source: str) -> None:
    """Nothing is left out silently."""
    with pytest.raises(UndefinedError):
        rendered(source)


def test_a_missing_attribute_is_an_error() -> None:
    """A typing mistake in a template shows at once."""
    with pytest.raises(AttributeError):
        rendered("{{ x.nmae }}", x="a")


def test_a_macro_takes_the_arguments_it_names() -> None:
    """In their places or by their names, and no others."""
    macro = "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}"
    assert rendered(macro + "{{ m(1) }} {{ m(1, 3) }} {{ m(b=3, a=1) }}") == "12 13 13"
    for call in ("{{ m(1, 2, 3) }}", "{{ m(1, c=2) }}"):
        with pytest.raises(TypeError):
            rendered(macro + call)


def test_texts_in_a_template_are_those_of_its_environment() -> None:
    """Environments share what they have compiled, but never across languages or own texts."""
    own = replace(messages(), texts={**messages().texts, "frame.home": "<Oma>"})
    for texts in (messages(), messages("sv"), own, messages()):
        crumbs = environment(texts).get_template("macros.html").module.crumbs(())
        assert f">{escape(texts.get('frame.home'))}</a>" in crumbs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_finds_its_texts(language: str) -> None:
    """A text that a template names outright is looked for when it is compiled."""
    made = frame(real_catalogue()).in_language(language).environment
    for name in made.list_templates(["html"]):
        assert made.get_template(name)


def test_templates_reach_no_practice_but_those_they_are_given() -> None:
    """What a page shows follows from its values, registry, settings and texts."""
    assert "catalogue" not in frame(real_catalogue()).environment.globals


def test_no_value_has_the_name_of_a_global() -> None:
    """It would not be seen: templates find their globals when they are loaded."""
    with pytest.raises(ValueError, match="link"):
        environment(messages()).rendered("head.html", {"link": "a"})


def test_what_is_compiled_is_not_used_where_other_globals_are() -> None:
    """An environment with fewer of them says so where one is missing."""
    cited = CitedAs("a", None, "b", "", "")
    assert frame(real_catalogue()).environment.macros("cite.html").cite(cited)
    with pytest.raises(UndefinedError):
        environment(messages()).macros("cite.html").cite(cited)
