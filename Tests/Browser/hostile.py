"""Names from files are data: no markup, no program, no formula."""

import csv
import io

NAMES = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://localhost/","x")',
    "@SUM(1,2)",
    "-- a name\twith a tab",
    "\u2028line\u2029ends & \"quotes\"",
]


def facts(folder):
    """Azure usage of customers with these names, growing and shrinking."""
    folder.mkdir(parents=True, exist_ok=True)
    header = ["CustomerTpid", "CustomerName", "CustomerTenantId", "CustomerSegment", "Month",
              "ServiceLevel2", "PartnerAttributionType", "ACR_USD", "IsACRDuplicateAtPGALevel"]
    with open(folder / "usage.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number, name in enumerate(NAMES):
            for month in months():
                amount = 1500 + 10 * number if month > "2025-01" else 900
                tenant = f"0000000{number}-0000-4000-8000-00000000000{number}"
                service = "<b>Storage</b>" if month == "2025-03" and number == 0 else "Storage"
                writer.writerow([f"<{number}>", name, tenant, "SMB", month, service, "PAL", amount, "0"])


def months():
    return [f"{2023 + n // 12}-{n % 12 + 1:02}" for n in range(7, 34)]


def test_names_are_shown_as_text(page, report):
    assert sorted(report.customers["name"]) == sorted(name.replace("\t", "\t") for name in NAMES)
    page.open("#customer")
    links = page.script("return [...document.querySelectorAll('tbody th a')].map((link) => link.textContent)")
    assert sorted(links) == sorted(report.customers["name"])
    for number, identifier in enumerate(report.customers["id"]):
        page.open("#customer")
        page.one("#customer-search").send_keys(identifier)
        page.wait(lambda: page.all("[role=option]"), "a suggestion")
        page.one("[role=option]").click()
        page.settle()
        title = page.script("return document.querySelector('.customer-head h2').textContent")
        assert title == report.customers["name"][number]
    for fragment in ("#all", "#data", "#score", "#changes"):
        page.open(fragment)
        inside = page.script("return document.querySelectorAll('main script, main img, main b > b').length")
        assert inside == 0
    assert not page.script("return window.hurt === true")


def test_no_formula_reaches_a_spreadsheet(page, report):
    page.open("#customer")
    _, text = page.downloaded(page.button("Download CSV").click)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    names = {row[0] for row in rows[1:]}
    assert '\'=HYPERLINK("http://localhost/","x")' in names and "'@SUM(1,2)" in names, names
    assert not [name for name in names if name[0] in "=+-@\t"]
    assert {name.removeprefix("'") for name in names} == set(report.customers["name"])
