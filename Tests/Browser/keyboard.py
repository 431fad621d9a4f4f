"""The page without a mouse: every control is reached, its focus is seen, and keys do what they should."""

from selenium.webdriver.common.keys import Keys

FOCUSED = """
const seen = document.activeElement;
if (!seen || seen === document.body) return null;
const style = getComputedStyle(seen);
const box = seen.getBoundingClientRect();
return { tag: seen.tagName, text: (seen.textContent || seen.id).trim().slice(0, 60),
  outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
  isSeen: box.bottom > 0 && box.top < innerHeight && box.width > 0, id: seen.id };
"""


def walk(page, limit=700):
    """Presses Tab from the start to the end of the page; what had the focus on the way."""
    page.script("document.activeElement.blur(); getSelection().removeAllRanges()")
    found = []
    for _ in range(limit):
        page.press_quietly(Keys.TAB)
        focused = page.script(FOCUSED)
        if focused is None or (found and focused == found[0]):
            return found
        found.append(focused)
    raise AssertionError("Tab never comes to the end")


def test_tab_reaches_everything_and_shows_where_it_is(page, report):
    for fragment in ("#all?area=" + report.areas[0]["id"], f"#customer?id={report.customers['id'][0]}&area=" +
                     report.areas[0]["id"], "#score", "#data"):
        page.open(fragment)
        found = walk(page)
        assert found[0]["text"] == "Skip to the content", found[0]
        assert all(focused["outline"] for focused in found), [f for f in found if not f["outline"]]
        assert all(focused["isSeen"] for focused in found), [f for f in found if not f["isSeen"]]
        controls = page.script(
            """return [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")]
                 .filter((control) => control.checkVisibility()).length"""
        )
        assert len(found) == controls, (fragment, len(found), controls)


def test_skip_link_goes_to_the_content(page, report):
    page.open("#score")
    page.press(Keys.TAB, Keys.ENTER)
    assert page.focused().get_attribute("id") == "main" and page.fragment() == "#score"


def test_enter_on_a_count_opens_its_list_and_escape_gives_the_focus_back(page, report):
    page.open("#all")
    count = page.one("td.distribution button.part-count")
    page.script("arguments[0].focus()", count)
    text = count.text
    page.press(Keys.ENTER)
    assert page.focused().get_attribute("id") == "dialog-title"
    for _ in range(60):
        page.press_quietly(Keys.TAB)
        inside = page.script(
            "const a = document.activeElement; return a === document.body || document.querySelector('dialog').contains(a)"
        )
        assert inside, "the focus left the dialog"
    page.press(Keys.ESCAPE)
    assert not page.all("dialog[open]")
    assert page.focused().text == text, page.focused().text


def test_search_by_arrows(page, report):
    page.open("#customer")
    name = report.customers["name"][0]
    page.one("#customer-search").send_keys(name[:4])
    options = page.texts("[role=option] span:first-child")
    assert name in options
    page.press(Keys.ARROW_DOWN)
    box = page.one("#customer-search")
    assert box.get_attribute("aria-expanded") == "true"
    active = page.one("#" + box.get_attribute("aria-activedescendant"))
    assert active.get_attribute("aria-selected") == "true" and options[0] in active.text
    page.press(Keys.ARROW_UP)
    last = page.one("#" + box.get_attribute("aria-activedescendant"))
    assert options[-1] in last.text
    page.press(Keys.ESCAPE)
    assert not page.one("[role=listbox]").is_displayed()
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    assert page.texts(".customer-head h2") == [options[0]]


def test_search_by_id_and_by_tenant(page, report):
    tenants = report.customers["tenant"]
    customer = tenants["customer"][-1]
    for sought in (report.customers["id"][customer], tenants["id"][-1]):
        page.open("#customer")
        page.one("#customer-search").send_keys(sought)
        page.press(Keys.ENTER)
        assert page.texts(".customer-head h2") == [report.customers["name"][customer]]


def test_search_without_result_says_so(page, report):
    page.open("#customer")
    page.one("#customer-search").send_keys("no such customer")
    page.settle()
    assert "No customer found." in page.texts(".more-found")
    page.press(Keys.ENTER)
    assert page.fragment() == "#customer"


def test_folding_by_keyboard(page, report):
    page.open("#all")
    fold = page.one(".panel .fold")
    page.script("arguments[0].focus()", fold)
    page.press(Keys.SPACE)
    assert fold.get_attribute("aria-expanded") == "false"
    page.press(Keys.ENTER)
    assert fold.get_attribute("aria-expanded") == "true"
    assert page.script("return document.activeElement === arguments[0]", fold)
