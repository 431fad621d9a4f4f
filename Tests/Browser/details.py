"""What opens: lists of customers behind a bar, reasons, tenants, details, and their files."""

import csv
import io

from selenium.webdriver.common.keys import Keys


def some_part(page, report):
    """A part of a bar with a few customers: (button, node number, state title)."""
    number = 0
    for area, panel in zip(report.areas, page.all(".panel"), strict=True):
        rows = page.all("tr:not(.category) td.distribution", panel)
        for node, row in zip(area["nodes"][1:], rows, strict=True):
            number = report.number(area["id"], node["path"])
            for button in page.all("button.part-count", row):
                state = page.script("return arguments[0].childNodes[1].data.trim()", button)
                if node["hasDetails"] and len(report.in_state(number, state)) > 1:
                    return button, number, state
    raise AssertionError("no bar with two customers")


def test_a_bar_opens_the_list_of_its_customers(page, report):
    page.open("#all")
    button, number, state = some_part(page, report)
    button.click()
    page.settle()
    names = page.texts("dialog tbody th a")
    assert sorted(names) == sorted(report.in_state(number, state))
    assert "list=" in page.fragment() and "state=" in page.fragment()
    customer = report.customers["name"].index(names[0])
    current, reason, _ = report.detail(customer, number)
    assert page.texts("dialog tbody td")[0] == (current or "No value")
    page.button("Reason", page.one("dialog")).click()
    assert reason in page.one("dialog .under").text
    page.button("View tenants", page.one("dialog")).click()
    tenants = [t for t, c in zip(report.customers["tenant"]["id"], report.customers["tenant"]["customer"])
               if c == customer]
    assert page.texts("dialog .tenants > li > .id") == tenants
    page.one("dialog input[type=search]").send_keys(names[1])
    assert page.texts("dialog tbody th a") == [names[1]]


def test_the_bar_itself_opens_the_list_too(page, report):
    page.open("#all")
    part = page.one("td.distribution .bar .part")
    part.click()
    page.settle()
    assert page.all("dialog[open] tbody tr")


def test_closing_the_list_gives_back_the_view(page, report):
    page.open("#all")
    button, _, _ = some_part(page, report)
    button.click()
    page.settle()
    address = page.fragment()
    page.press(Keys.ESCAPE)
    assert not page.all("dialog[open]") and page.fragment() == "#all"
    page.driver.back()
    page.settle()
    assert page.all("dialog[open]") and page.fragment() == address
    page.driver.back()
    page.settle()
    assert not page.all("dialog[open]")


def test_a_customer_of_the_list_opens_by_customer(page, report):
    page.open("#all")
    some_part(page, report)[0].click()
    page.settle()
    link = page.one("dialog tbody th a")
    name = link.text
    link.click()
    page.settle()
    assert page.texts("main h1") == ["By customer"] and page.texts(".customer-head h2") == [name]
    assert not page.all("dialog[open]")


def test_the_list_of_tenants_names_their_customers(page, report):
    page.open("#all?by=tenant")
    button, number, state = some_part(page, report)
    button.click()
    page.settle()
    assert sorted(page.texts("dialog tbody th")) == sorted(report.tenants_in_state(number, state))


def test_the_list_as_a_file(page, report):
    page.open("#all")
    button, number, state = some_part(page, report)
    button.click()
    page.settle()
    name, text = page.downloaded(page.button("Download CSV", page.one("dialog")).click)
    assert text.startswith("\ufeff") and text.count("\r\n") == text.count("\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == ["Customer id", "Customer", "Tenants", "Current status", "Reason"]
    assert sorted(row[1] for row in rows[1:]) == sorted(report.in_state(number, state))
    for row in rows[1:]:
        customer = report.customers["id"].index(row[0])
        current, reason, _ = report.detail(customer, number)
        assert [cell.removeprefix("'") for cell in row[3:]] == [current, reason]
    assert report.overview["asOf"] in name


def test_reasons_show_source_dates_and_rule(page, report):
    number = next(n for n, (_, node) in enumerate(report.nodes) if node["kind"] == "leaf")
    area, node = report.nodes[number]
    page.open(f"#customer?id={report.customers['id'][0]}&open={area['id']}/{node['path']}")
    shown = page.one(".explanation").text
    assert report.detail(0, number)[1] in shown
    for citation in node["citations"]:
        assert citation["title"] in shown and (citation["quote"] or "") in shown
    assert f"{node['rule']['file'].split('/')[-1]}:{node['rule']['line']}" in shown
    assert node["inForce"]["from"] in shown
    page.button("Show reasons").click()
    page.settle()
    leaves = len(page.all("tr[data-node].leaf, tr[data-node].gate"))
    assert leaves <= len(page.all(".explanation")) <= len(page.all("tr[data-node]"))
    page.button("Hide reasons").click()
    page.settle()
    assert not page.all(".explanation")


def test_reasons_show_what_is_missing_to_pass(page, report):
    customers = range(len(report.customers["id"]))
    open_nodes = [
        (customer, area, node, report.to_pass(customer, number))
        for number, (area, node) in enumerate(report.nodes) if node["kind"] in ("gate", "leaf")
        for customer in customers
        if report.letter(customer, number) not in "mgdn" and report.to_pass(customer, number)
    ]
    for customer, area, node, ways in open_nodes[:3]:
        page.open(f"#customer?id={report.customers['id'][customer]}&open={area['id']}/{node['path']}")
        assert page.texts(".explanation dd:first-of-type li") == ways
        assert page.texts(".explanation dt")[0] in ("To pass", "To pass, one of")


def test_rows_fold_under_their_metric(page, report):
    page.open(f"#customer?id={report.customers['id'][0]}")
    metric = page.one("tr.metric")
    leaf = page.one("tr.metric + tr.leaf")
    page.one(".fold", metric).click()
    assert not leaf.is_displayed() and "folded=" in page.fragment()
    page.open(page.fragment())
    assert not page.one("tr.metric + tr.leaf").is_displayed()


def test_view_details(page, report):
    customer, number, rows = next(
        (c, n, report.detail(c, n)[2]) for n, (_, node) in enumerate(report.nodes)
        for c in range(len(report.customers["id"]))
        if node["then"] and len(report.detail(c, n)[2]) > 1 and all(r[0] for r in report.detail(c, n)[2])
    )
    area, node = report.nodes[number]
    page.open(f"#customer?id={report.customers['id'][customer]}&area={area['id']}")
    [row] = [r for r in page.all("tr[data-node]") if r.get_attribute("data-node") == f"{area['id']}/{node['path']}"]
    opener = page.button("View details", row)
    opener.click()
    page.settle()
    assert page.one("#dialog-title").text == node["title"]
    headings = page.texts("dialog thead th")
    assert headings[-2:] == [node["now"], node["then"]]
    shown = [page.texts("th, td", line) for line in page.all("dialog tbody tr")]
    assert [(line[0], line[-2], line[-1]) for line in shown] == [(r[0], r[3], r[4]) for r in rows]
    _, text = page.downloaded(page.button("Download CSV", page.one("dialog")).click)
    assert len(list(csv.reader(io.StringIO(text)))) == len(rows) + 1
    page.button("Close", page.one("dialog")).click()
    page.settle()
    assert not page.all("dialog[open]")
    assert page.focused().get_attribute("textContent") == opener.get_attribute("textContent")
