"""The page of a practice: hostile values, contacts, redirects, what is said and not said."""

import re
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
import yaml

from catalogue.catalogue import SIBLINGS
from catalogue.pages.frame import capital, hidden_address
from catalogue.pages.page import Page, engine_proof, harmless
from catalogue.site import pages
from tests.factories import BODY, ROOT, catalogue, citation_data, frame, outcome_data, practice
from tests.pages.reading import Reader, resolved

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</article></div><h1>x</h1>",
    "{{ config.site_name }}",
    "{% raw %}{{ 7*7 }}{% endraw %}",
    "{{ 7*7 }}{: onclick=alert(1) }",
    '" onmouseover="alert(1)',
    "&lt;b&gt; & &amp;",
    "--8<-- '/etc/passwd'",
    "a\n\n\n<script>alert(1)</script>\n\n# b",
    "[x](javascript:alert(1)) **y**",
    "---\nredirect: https://paha.example\n---",
    "!!python/object/apply:os.system ['x']",
]


def made(**practices: Any) -> dict[str, Page]:
    """Return all pages of a catalogue of `practices`, by address."""
    named = {name.replace("_", "-"): found for name, found in practices.items()}
    return {page.url: page for page in pages(frame(catalogue(named)))}


def a_page(body: str = BODY, settings: dict[str, str] | None = None, **fields: Any) -> Page:
    """Return the page of one practice."""
    found = catalogue({"esimerkki": practice(**fields)}, {"esimerkki": body})
    every = {page.url: page for page in pages(frame(found, **(settings or {})))}
    return every["kaytannot/esimerkki/"]


def filled(text: str) -> dict[str, Any]:
    """Return the fields of a practice with `text` wherever text is free."""
    dated = {"value": "2016", "inferred": "true", "why": text}
    return {
        "title": text + "   ",
        "aliases": [text],
        "summary": text,
        "keywords": [text],
        "status": {"value": "in-use", "as_of": dated},
        "started": dated,
        "resources": {
            "staff": {"fte": "1", "note": text},
            "cost": {"amount": "1", "per": text, "payer": text, "note": text},
            "note": text,
        },
        "participation": {"level": "heard", "note": text},
        "outcomes": [
            outcome_data(
                statement=text,
                population="staff",
                population_note=text,
                locator=text,
                baseline={"value": "1", "period": dated},
                comparators=[{"place": "285", "follow_up": {"value": "1", "period": dated}}],
                contradicts=["toinen"],
            ),
            outcome_data(id="toinen", statement=text),
        ],
        "awards": [
            {
                "round": "kunnallinen-lastensuojeluteko-2013",
                "role": "winner",
                "recipient": text,
                "note": text,
            }
        ],
        "contacts": [{"name": text, "role": text, "organisation": "imatra", "verified": dated}],
        "sources": [citation_data(title=text, publisher=text, date=dated)],
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_come_out_escaped_on_every_page_and_in_every_table(text: str) -> None:
    """The tags of every page are those of a harmless catalogue, whatever the texts are."""
    other = {"practice": "toinen", "how": text}
    hostile = made(
        esimerkki=practice(**filled(text), related=[other], former_ids=["vanha"], model="malli"),
        toinen=practice(title="Toinen käytäntö", no_outcomes_because=text, model="malli"),
    )
    tame = made(
        esimerkki=practice(
            **filled("Tekstiä"),
            related=[{**other, "how": "x"}],
            former_ids=["vanha"],
            model="malli",
        ),
        toinen=practice(title="Toinen käytäntö", no_outcomes_because="x", model="malli"),
    )
    assert set(hostile) == set(tame)
    for url, page in hostile.items():
        found, expected = Reader(page.html), Reader(tame[url].html)
        shape = [(tag, sorted(attributes)) for tag, attributes in found.tags]
        assert sorted(shape) == sorted(
            (tag, sorted(attributes)) for tag, attributes in expected.tags
        ), url
        assert found.unbalanced == []
        body = page.markdown().split("\n---\n", 1)[1]
        assert "{" not in body
        assert not re.search(r"\n[ \t]*\n", body[1:])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_was_written(text: str) -> None:
    """Escaped once, so that a reader sees what was submitted."""
    reader = Reader(a_page(summary=text).html)
    assert re.sub(r"\s+", " ", text) in re.sub(r"\s+", " ", reader.text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_stay_inside_the_head_of_the_file(text: str) -> None:
    """The head is read back without the signs of markup, with no key added."""
    page = a_page(title=text + "   ", summary=text)
    # Where the engine takes the head to end: the first line of three hyphens.
    head = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*\n", page.markdown(), re.DOTALL)
    assert head is not None
    meta = yaml.safe_load(head[1])
    assert meta["title"] == harmless(page.title)
    assert meta["description"] == harmless(page.description)
    assert not set("<>\"'`{}") & set(meta["title"] + meta["description"])
    assert set(meta) == {"title", "description", "kind", "lang", "section", "hide"}


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "{{ config }} {% include 'x' %} {: onclick=x }",
        "```\n<b>\n\n{{ x }}\n```",
    ],
)
def test_a_hostile_body_is_harmless_on_the_page(body: str) -> None:
    """Had it got past the check."""
    page = a_page(BODY.replace("Ratkaisu.", body))
    tags = {tag for tag, _ in Reader(page.html).tags}
    assert not tags & {"script", "img", "iframe", "b"}
    assert "javascript:" not in "".join(Reader(page.html).links)
    assert "{" not in page.markdown().split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    "name",
    ["osallisuus", "resurssit", "lahteet", "tulokset-lukuina", "need", "lahde-lahde", "tulos-nimi"],
)
def test_an_outcome_may_have_any_id_without_clashing_on_the_page(name: str) -> None:
    """Ids of outcomes are the submitter's, ids of sections are ours."""
    page = a_page(
        outcomes=[outcome_data(id=name), outcome_data()],
        resources={"funding": "permanent"},
        participation={"level": "heard"},
    )
    ids = Reader(page.html).ids
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(
    ("html", "one_block"),
    [
        ("<p>a</p>\n\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p>\n   \n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p>\n\t\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p>\r\n\r\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p>\r\r<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("  <p>{a}</p>", "<p>&#123;a}</p>"),
    ],
)
def test_html_is_made_one_block_whatever_ends_its_lines(html: str, one_block: str) -> None:
    """Engines take CR, and lines of tabs, for blank lines too."""
    assert engine_proof(html) == one_block


def test_a_withdrawn_contact_is_on_no_page() -> None:
    """One line takes the person off the site."""
    gone = {
        "name": "Esimerkki Henkilö",
        "role": "poistunut rooli",
        "organisation": "imatra",
        "email": "esimerkki.henkilo@esimerkki.example",
        "phone": "020 000 0000",
        "verified": "2026-01-01",
        "withdrawn": "true",
    }
    every = made(esimerkki=practice(contacts=[gone]))
    for page in every.values():
        text = Reader(page.html).text
        for secret in ("Esimerkki Henkilö", "poistunut rooli", "020 000 0000", "henkilo@"):
            assert secret not in text
    text = Reader(every["kaytannot/esimerkki/"].html).text
    assert "Luettelossa ei ole tämän käytännön yhteystietoja." in text


@pytest.mark.parametrize(
    ("verified", "old"),
    [("2024-11-22", False), ("2024-11-21", True), ("2024-11", False), ("2023", True)],
)
def test_a_contact_verified_over_two_years_ago_comes_after_the_organisation(
    verified: str, old: bool
) -> None:
    """And the page says so."""
    contact = {"name": "Esimerkki Henkilö", "organisation": "kouvola", "verified": verified}
    text = Reader(a_page(contacts=[contact]).html).text
    assert (text.index("Kouvolan kaupunki") < text.index("Esimerkki Henkilö")) is old
    assert ("yli kahden vuoden takaa" in text) is old
    # The city does not organise the services any more.
    assert ("Palvelut järjestää nyt Etelä-Karjalan hyvinvointialue: kysy" in text) is old


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ({"value": "in-use"}, True),
        ({"value": "in-use", "as_of": "unknown"}, True),
        ({"value": "in-use", "as_of": "2026-01"}, False),
        ({"value": "unknown"}, False),
        ({"value": "ended", "as_of": "unknown"}, False),
    ],
)
def test_a_status_of_which_nobody_knows_when_it_was_so_is_to_be_asked_again(
    status: dict[str, str], told: bool
) -> None:
    """As is one that is years old."""
    assert ("Lähde ei kerro, miltä ajalta" in Reader(a_page(status=status).html).text) is told


def test_a_date_of_the_status_that_was_worked_out_is_told_as_such() -> None:
    """With the reason."""
    dated = {"value": "2026-03-21", "inferred": "true", "why": "Torstai oli silloin."}
    text = Reader(a_page(status={"value": "in-use", "as_of": dated}).html).text
    assert "tieto 21.3.2026; päätelty: Torstai oli silloin." in " ".join(text.split())


@pytest.mark.parametrize(
    ("kind", "told"),
    [("method", "Menetelmä tai työtapa · Imatra"), ("unknown", "Imatra")],
)
def test_the_kind_stands_over_the_title_if_it_is_known(kind: str, told: str) -> None:
    """A practice of which only the name is known is not given a kind for the sake of the line."""
    [kicker] = re.findall(r'<p class="kicker">(.*?)</p>', a_page(kind=kind, places=["153"]).html)
    assert Reader(kicker).text == told


@pytest.mark.parametrize(
    "address",
    ["esimerkki.henkilo@esimerkki.example", "a+b@esimerkki.example", "x\"'<y@esimerkki.example"],
)
def test_a_hidden_address_decodes_to_itself_and_is_nowhere_plain(address: str) -> None:
    """A browser gets an ordinary link; a harvester's pattern finds nothing."""
    html = str(hidden_address(address))
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w+", html)
    assert "mailto" not in html
    assert "@" not in html
    reader = Reader(html)
    (link,) = reader.links
    assert unquote(link) == f"mailto:{address}"
    assert reader.text == address
    assert [tag for tag, _ in reader.tags] == ["a"]


@pytest.mark.parametrize(
    ("number", "target"),
    [("020 617 3303", "tel:0206173303"), ("+358 (0)20-617", "tel:+358020617")],
)
def test_a_hidden_telephone_number_decodes_to_one_that_can_be_dialled(
    number: str, target: str
) -> None:
    """Digits and a plus in the link, the number as written in the text."""
    html = str(hidden_address(number, "tel"))
    assert number not in html
    reader = Reader(html)
    assert (reader.links, reader.text) == ([target], number)


def test_former_ids_lead_to_where_the_practice_is_now() -> None:
    """A renamed practice leaves a redirect at every address it had."""
    every = made(esimerkki=practice(title="Nykyinen nimi", former_ids=["vanha", "vanhempi"]))
    for former in ("vanha", "vanhempi"):
        page = every[f"kaytannot/{former}/"]
        assert (page.kind, page.redirect) == ("moved", "../esimerkki/")
        assert resolved(page.redirect, page.url)[0] == "kaytannot/esimerkki/"
        assert "\nredirect: ../esimerkki/\n" in page.markdown()
        targets = [resolved(link, page.url)[0] for link in Reader(page.html).links]
        assert "kaytannot/esimerkki/" in targets
        assert "Nykyinen nimi" in Reader(page.html).text
    assert [page.url for page in every.values() if page.redirect] == [
        "data/",
        "kaytannot/vanha/",
        "kaytannot/vanhempi/",
    ]


def test_practices_of_one_model_name_each_other() -> None:
    """Once, also when they are related besides."""
    every = made(
        yksi=practice(
            title="Ensimmäinen", model="malli", related=[{"practice": "kaksi", "how": "Sisarus."}]
        ),
        kaksi=practice(title="Toinen paikka", model="malli"),
    )
    one, two = (Reader(every[f"kaytannot/{n}/"].html) for n in ("yksi", "kaksi"))
    assert one.text.count("Toinen paikka") == 1
    assert "Sisarus." in one.text
    assert "Sama toimintamalli." not in one.text
    assert two.text.count("Ensimmäinen") == 1
    assert "Sama toimintamalli." in two.text


def test_contradicting_outcomes_lead_to_each_other() -> None:
    """From both, although one declared it."""
    outcomes = [outcome_data(contradicts=["toinen"]), outcome_data(id="toinen")]
    reader = Reader(a_page(outcomes=outcomes).html)
    ends = ("tulos", "toinen")
    inside = [link[1:] for link in reader.links if link.startswith("#") and link.endswith(ends)]
    assert len(inside) == 2
    assert set(inside) <= set(reader.ids)
    assert reader.text.count("Ristiriita:") == 2


def test_a_change_in_the_source_s_own_words_stands_beside_the_reckoned_one() -> None:
    """Where both are known; it is not told twice where only the source's is."""
    figures = {"baseline": {"value": "33"}, "follow_up": {"value": "14"}}
    change = {"value": "-60", "unit": "percent", "precision": "about"}
    page = a_page(outcomes=[outcome_data(**figures, change_reported=change)])
    text = " ".join(Reader(page.html).text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "−19 (−57,6 %)" in text
    assert text.count("Lähteen ilmoittama muutos: noin 60 % vähemmän.") == 1
    alone = Reader(a_page(outcomes=[outcome_data(change_reported=change)]).html)
    assert "lähteen ilmoittama" in alone.text
    assert "Lähteen ilmoittama muutos:" not in alone.text


def test_a_page_without_a_repository_leads_to_the_form_alone() -> None:
    """A link to instructions that only tell of this page would lead round in a circle."""
    reader = Reader(a_page().html)
    assert "../../ilmoita/?muokkaa=esimerkki" in reader.links
    assert [link for link in reader.links if "#korjaus" in link] == []
    assert "Ehdota korjausta" not in reader.text


def test_a_page_can_be_corrected_in_the_repository() -> None:
    """Its file, or an issue about it; the form is there too."""
    repository = "https://esimerkki.fi/arkisto"
    reader = Reader(a_page(settings={"repository": repository}).html)
    assert f"{repository}/edit/main/practices/esimerkki.md" in reader.links
    asked = [link for link in reader.links if "/issues/new?" in link]
    assert [dict(parse_qsl(link.partition("?")[2])) for link in asked] == [
        {
            "template": "korjaus.yml",
            "title": "Korjaus: Esimerkkikäytäntö",
            "practice": "Esimerkkikäytäntö (practices/esimerkki.md)",
        }
    ]
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/korjaus.yml").read_text("utf-8"))
    assert "practice" in [field["id"] for field in form["body"]]
    assert "../../ilmoita/?muokkaa=esimerkki" in reader.links


def test_a_hostile_title_does_not_break_out_of_the_link_to_the_issues() -> None:
    """It is percent-encoded."""
    page = a_page(
        title='x"&body=<script>#', settings={"repository": "https://esimerkki.fi/arkisto"}
    )
    (link,) = [link for link in Reader(page.html).links if "/issues/new?" in link]
    expected = "https://esimerkki.fi/arkisto/issues/new?template=korjaus.yml&title=Korjaus%3A%20"
    assert link.startswith(f"{expected}x%22%26body%3D%3Cscript%3E%23&practice=x%22%26body%3D%3C")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"status": {"value": "ended"}}, "Tämä käytäntö on päättynyt."),
        (
            {"status": {"value": "in-use", "as_of": "2017-09-18"}},
            "Viimeisin tieto käytännön tilasta on ajalta 18.9.2017.",
        ),
        ({"next_review": "2026-11-21"}, "Tiedot piti tarkistaa viimeistään 21.11.2026."),
        ({"reviewed": "2026-11-22"}, "Toimitus on tarkistanut tiedot 22.11.2026."),
        ({"no_outcomes_because": "Ei mitattu."}, "Ei mitattu."),
        (
            {"awards": [{"round": "unknown", "role": "winner"}]},
            "palkinto, jonka nimeä lähde ei kerro (voittaja)",
        ),
    ],
)
def test_a_page_says_what_its_reader_must_know(fields: dict[str, Any], text: str) -> None:
    """And says it only then."""
    assert text in Reader(a_page(**fields).html).text
    assert text not in Reader(a_page().html).text


def test_an_ended_practice_stands_last_in_the_list() -> None:
    """It stays, since one can learn from it."""
    every = made(a=practice(title="Aalto", status={"value": "ended"}), b=practice(title="Öljy"))
    text = Reader(every["kaytannot/"].html).text
    assert text.index("Öljy") < text.index("Aalto")


def test_text_in_another_language_is_marked_so() -> None:
    """A screen reader must know when to change its voice."""
    body = "\n## Behov och mål\n\nA.\n\n## Lösning\n\nB.\n\n## Resultat\n\nC.\n"
    reader = Reader(a_page(body, language="sv").html)
    marked = {tag for tag, attributes in reader.tags if attributes.get("lang") == "sv"}
    # The title, the summary and the text; labels around them are in the language of the page.
    assert {"span", "p", "div"} <= marked
    assert "article" not in marked


def test_an_empty_catalogue_has_all_its_pages() -> None:
    """The first visitor may come before the first practice."""
    every = made()
    assert "" in every
    assert "kaytannot/" in every
    for page in every.values():
        assert Reader(page.html).unbalanced == []


@pytest.mark.parametrize(
    ("text", "expected"), [("äiti ja LAPSI", "Äiti ja LAPSI"), ("", ""), ("1 a", "1 a")]
)
def test_a_capital_changes_the_first_letter_only(text: str, expected: str) -> None:
    """Names inside stay as they are."""
    assert capital(text) == expected


def test_a_model_in_use_everywhere_makes_no_page_longer() -> None:
    """A page names some of the others, and the page of the model has them all."""
    few = {f"x{n}": practice(model="malli") for n in range(3)}
    page = made(**few)["kaytannot/x0/"]
    assert others(page) == ["kaytannot/x1/", "kaytannot/x2/"]
    every = made(**{f"x{n}": practice(model="malli") for n in range(140)})
    page = every["kaytannot/x0/"]
    assert len(others(page)) == SIBLINGS
    assert "mallit/malli/" in [resolved(link, page.url)[0] for link in Reader(page.html).links]
    sheets = [page for url, page in every.items() if url.startswith("mallit/malli/")]
    assert len(sheets) > 1
    assert sum(len(others(sheet)) for sheet in sheets) == 140


def test_those_that_name_each_other_lead_to_the_model_too() -> None:
    """A practice that is related is not named twice, and its model is the same."""
    related = practice(model="malli", related=[{"practice": "x1", "how": "Sama Oulussa."}])
    page = made(x0=related, x1=practice(model="malli"))["kaytannot/x0/"]
    links = [resolved(link, page.url)[0] for link in Reader(page.html).links]
    assert (links.count("kaytannot/x1/"), links.count("mallit/malli/")) == (1, 1)


def test_a_model_of_one_practice_has_no_page_of_its_own() -> None:
    """It would lead from the practice to itself."""
    every = made(x0=practice(model="malli"), x1=practice())
    assert [url for url in every if url.startswith("mallit/")] == []
    assert "mallit/" not in every["kaytannot/x0/"].html


def others(page: Page) -> list[str]:
    """Return the pages of other practices that `page` leads to, each once."""
    leads = dict.fromkeys(resolved(link, page.url)[0] for link in Reader(page.html).links)
    return [url for url in leads if url.startswith("kaytannot/x") and url != page.url]


def test_what_is_stated_and_noted_breaks_no_number() -> None:
    """As the text of the practice does not; what stands for other characters is still escaped."""
    claim = outcome_data(statement="Säästö oli 950 000 €.")
    note = "Noin <80 000 euroa & 7,8 %."
    page = a_page(summary="Maksoi 12 000 euroa.", outcomes=[claim], resources={"note": note}).html
    texts = ("Maksoi 12~000 euroa.", "Säästö oli 950~000~€.", "Noin &lt;80~000 euroa &amp; 7,8~%.")
    for text in texts:
        assert text.replace("~", "\N{NO-BREAK SPACE}") in page


def test_the_heading_of_claims_that_do_not_agree_says_what_they_are_about() -> None:
    """There may be several such groups on a page."""
    html = a_page(
        outcomes=[
            outcome_data(id="a", observed="decreased", contradicts=["b"]),
            outcome_data(id="b", observed="increased"),
            outcome_data(id="c", indicator="re-referrals", observed="decreased", contradicts=["d"]),
            outcome_data(id="d", indicator="re-referrals", observed="increased"),
        ]
    ).html
    assert '<h3 class="outcomes-head">Ristiriitaiset väitteet: Huostaanotot</h3>' in html
    assert html.count(">Ristiriitaiset väitteet: ") == 2
