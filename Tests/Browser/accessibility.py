"""axe-core finds nothing on any view, in light and in dark, wide and narrow."""

import importlib.util
import pathlib

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# axe-core itself, as the package brings it; nothing else of the package is used.
PACKAGE = importlib.util.find_spec("axe_playwright_python")
AXE = pathlib.Path(PACKAGE.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def places(report):
    """Fragments that show every view, and everything that opens."""
    customer = report.customers["id"][0]
    number = next(n for n in range(len(report.nodes)) if report.detail(0, n)[2] and report.nodes[n][1]["then"])
    area, node = report.nodes[number]
    key = f"{area['id']}/{node['path']}"
    return [
        "#all", f"#all?list={key}&state=growth", f"#all?by=tenant&list={key}&state=growth",
        "#customer", f"#customer?id={customer}&reasons=1", f"#customer?id={customer}&details={key}",
        "#score", "#changes?kind=value", "#data",
    ]


def brief(fragment, report):
    """All reasons of one area instead of all, which axe takes long to look at."""
    return fragment + (f"&area={report.areas[0]['id']}" if "reasons" in fragment else "")


def test_axe_finds_nothing(page, report):
    found = []
    for theme in ("light", "dark"):
        for fragment in places(report):
            page.open(brief(fragment, report), theme=theme)
            open_details(page)
            found += violations(page, f"{fragment} {theme}")
    # Narrow, what differs is the same everywhere, so that some views are enough.
    for fragment in places(report)[:2] + places(report)[4:7]:
        page.open(brief(fragment, report), width=360)
        found += violations(page, f"{fragment} at 360")
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_search(page, report):
    page.open("#customer")
    page.one("#customer-search").send_keys(report.customers["name"][0][:3])
    found = violations(page, "search")
    assert not found, "\n".join(found)


def test_the_chosen_appearance_wins_over_the_system(page, report):
    page.open("#all", theme="dark")
    colour = "return getComputedStyle(document.body).backgroundColor"
    dark = page.script(colour)
    page.script(
        """const select = document.getElementById("appearance");
           select.value = "light"; select.dispatchEvent(new Event("change"));"""
    )
    light = page.script(colour)
    assert dark != light
    page.open("#score", theme="dark")
    assert page.script(colour) == light, "it is kept"
    page.script(
        """const select = document.getElementById("appearance");
           select.value = "system"; select.dispatchEvent(new Event("change"));"""
    )
    assert page.script(colour) == dark


def test_motion_is_reduced_where_that_is_asked_for(page, report):
    page.open("#all")
    key = "return getComputedStyle(document.querySelector('dialog')).animationName"
    page.one("button.part-count").click()
    page.settle()
    assert page.script(key) == "slide"
    page.media([{"name": "prefers-reduced-motion", "value": "reduce"}])
    assert page.script(key) == "none"


def open_details(page):
    page.script("for (const details of document.querySelectorAll('details')) details.open = true")


def violations(page, where):
    page.script(AXE)
    result = page.driver.execute_async_script(
        """const done = arguments[arguments.length - 1];
           // What still moves into place has other colours for a moment.
           Promise.all(document.getAnimations().map((animation) => animation.finished))
             .then(() => axe.run({
               runOnly: { type: "tag", values: arguments[0] },
               // It takes the first link out of sight for one that skips, and here all lead to fragments.
               rules: { "skip-link": { enabled: false } },
             })).then(done);""",
        TAGS,
    )
    assert len(result["passes"]) > 15, "axe did not look"
    return [
        f"{where}: {violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in result["violations"] for node in violation["nodes"][:3]
    ]
