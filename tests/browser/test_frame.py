"""The frame around every page: menu, colour scheme, skip link, sorting of tables."""

from playwright.sync_api import Browser, expect

TABLE = "taulukot/yleiskatsaus/"


def test_the_menu_of_a_narrow_window_opens_and_closes_by_keyboard(
    browser: Browser, base_url: str
) -> None:
    """Enter opens it, Escape closes it and gives the focus back to the button."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(base_url)
    button = page.get_by_role("button", name="Valikko")
    link = page.get_by_role("navigation", name="Päävalikko").get_by_role("link", name="Palkinnot")
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    page.close()


def test_without_scripts_the_menu_is_open(browser: Browser, base_url: str) -> None:
    """Nothing is hidden that only a script could show."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url)
    menu = page.get_by_role("navigation", name="Päävalikko")
    expect(menu.get_by_role("link", name="Palkinnot")).to_be_visible()
    expect(page.get_by_role("button", name="Valikko")).to_have_count(0)
    context.close()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(
    browser: Browser, base_url: str
) -> None:
    """Tab and Enter move the focus past the menu."""
    page = browser.new_page()
    page.goto(base_url + TABLE)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Siirry sisältöön")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.close()


def test_the_colour_scheme_follows_the_system_until_the_reader_chooses(
    browser: Browser, base_url: str
) -> None:
    """Nothing is stored before the button is pressed; after it the choice holds on every page."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(base_url)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Vaihda vaalea tai tumma ulkoasu").click()
    light = page.evaluate(ground)
    assert light != dark
    page.goto(base_url + TABLE)
    assert page.evaluate(ground) == light
    assert page.evaluate("localStorage.ulkoasu") == "light"
    context.close()


def test_a_table_is_sorted_by_its_headings_as_words_or_as_numbers(
    browser: Browser, base_url: str
) -> None:
    """The first press sorts upwards, the second downwards, and the order is announced."""
    page = browser.new_page()
    page.goto(base_url + TABLE)
    titles = page.locator("tbody th[scope=row] .part")
    page.get_by_role("button", name="Käytäntö", exact=True).click()
    upwards = titles.all_inner_texts()
    page.get_by_role("button", name="Käytäntö", exact=True).click()
    assert titles.all_inner_texts() == upwards[::-1]
    expect(page.get_by_role("status")).to_have_text("Järjestetty sarakkeen Käytäntö mukaan.")
    page.get_by_role("button", name="Näyttö").click()
    page.get_by_role("button", name="Näyttö").click()
    levels = page.locator("td[data-label=Näyttö]").evaluate_all("e => e.map(c => +c.dataset.sort)")
    assert levels == sorted(levels, reverse=True) and levels[0] == 2
    heading = page.locator("th", has=page.get_by_role("button", name="Näyttö"))
    expect(heading).to_have_attribute("aria-sort", "descending")
    page.close()


def test_mail_addresses_work_without_scripts_and_stand_nowhere_as_plain_text(
    browser: Browser, base_url: str
) -> None:
    """A reader gets an ordinary link; the HTML as sent holds no address."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    response = page.goto(base_url + "kaytannot/suhdeperustainen-lastensuojelutyo/")
    assert response is not None
    link = page.get_by_role("link", name="tuija.tahkapaa@mantsala.fi")
    expect(link).to_have_attribute(
        "href", "mailto:" + "".join(f"%{byte:02X}" for byte in b"tuija.tahkapaa@mantsala.fi")
    )
    assert "@mantsala" not in response.text()
    context.close()
