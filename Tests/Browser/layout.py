"""Narrow and wide: the page never scrolls sideways, and nothing small is hard to hit."""

from accessibility import places

WIDTHS = (360, 768, 1280)


def test_the_page_never_scrolls_sideways(page, report):
    for width in WIDTHS:
        for fragment in places(report):
            page.open(fragment, width=width)
            wide = page.script("return document.documentElement.scrollWidth")
            assert wide <= width, (fragment, width, wide)
            dialog = page.script("const d = document.querySelector('dialog'); return d.scrollWidth - d.clientWidth")
            assert dialog <= 0, (fragment, width, dialog)


def test_boxes_that_scroll_can_be_reached_by_keyboard(page, report):
    page.open("#data", width=360)
    boxes = page.all(".scroll")
    assert boxes
    for box in boxes:
        assert box.get_attribute("tabindex") == "0" and box.get_attribute("aria-label")


def test_targets_are_large_enough(page, report):
    """WCAG 2.2, 2.5.8: 24 by 24 CSS pixels; links inside of sentences are exempt."""
    for fragment in places(report):
        page.open(fragment)
        small = page.script(
            """return [...document.querySelectorAll("button, select, input, summary, nav a, .card")]
                 .filter((control) => control.checkVisibility())
                 .map((control) => [control.getBoundingClientRect(), control.textContent])
                 .filter(([box]) => box.width < 24 || box.height < 24)
                 .map(([box, text]) => `${text}: ${box.width} x ${box.height}`)"""
        )
        assert not small, (fragment, small)


def screenshots(page, report, folder):
    """Each view at each width, light and dark, for people to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        for width in WIDTHS:
            for index, fragment in enumerate(places(report)):
                page.open(fragment, width=width, theme=theme)
                page.rest()
                name = fragment.strip("#").split("?")[0]
                page.driver.save_screenshot(str(folder / f"{width}-{theme}-{index}-{name}.png"))
