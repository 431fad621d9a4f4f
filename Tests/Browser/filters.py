"""Filters, folding, the address that remembers them, going back and forward, and shared links."""

import re


def test_solution_area(page, report):
    page.open("#all")
    area = report.areas[1]
    page.choose("Solution area", area["id"])
    assert page.texts(".panel h2") == [report.title(area)]
    assert page.fragment() == f"#all?area={area['id']}"


def test_metric_keeps_the_gates_before_it(page, report):
    page.open("#all")
    area = next(area for area in report.areas if not area["branches"])
    metric = next(node for node in area["nodes"] if node["kind"] == "metric")
    page.choose("Metric", metric["title"])
    [panel] = [p for p in page.all(".panel") if page.texts("h2", p) == [report.title(area)]]
    gates = [node["title"] for node in area["nodes"] if node["kind"] == "gate"]
    index = area["nodes"].index(metric)
    leaves = [node["title"] for node in area["nodes"] if node["parent"] == index]
    assert page.texts("th.title", panel) == [*gates, metric["title"], *leaves]


def test_customers_or_tenants(page, report):
    page.open("#all")
    before = page.texts("td.population b")
    page.choose("Customer/Tenant", "tenant")
    assert page.texts("td.population b") != before
    assert page.fragment() == "#all?by=tenant"
    assert "Tenants" in page.texts("thead th")


def test_panels_fold_one_by_one_and_all_at_once(page, report):
    page.open("#all")
    page.button("Collapse all").click()
    assert not any(content.is_displayed() for content in page.all(".panel-content"))
    page.one(".panel .fold").click()
    shown = [content.is_displayed() for content in page.all(".panel-content")]
    assert shown == [True] + [False] * (len(report.areas) - 1)
    address = page.fragment()
    page.open(address)
    assert [content.is_displayed() for content in page.all(".panel-content")] == shown
    page.button("Expand all").click()
    assert all(content.is_displayed() for content in page.all(".panel-content"))


def test_status_of_a_customer(page, report):
    page.open(f"#customer?id={report.customers['id'][0]}")
    everything = len(page.all("tr[data-node]"))
    page.choose("Status", "met")
    met = page.texts("tr[data-node].leaf .pill, tr[data-node].gate .pill")
    assert met and set(met) == {"Met"}
    page.choose("Status", "not-met")
    unmet = page.texts("tr[data-node].leaf .pill, tr[data-node].gate .pill")
    assert unmet and all(status.startswith("Not met") for status in unmet)
    assert len(met) + len(unmet) <= everything


def test_customers_by_status_of_an_area(page, report):
    area = report.areas[1]
    root = report.number(area["id"], "")
    page.open("#customer")
    page.choose("Solution area", area["id"])
    page.choose("Status", "met")
    met = page.texts("tbody th")
    assert sorted(met) == sorted(" ".join(name.split()) for name in report.in_state(root, "Met"))
    page.choose("Status", "not-met")
    assert len(page.texts("tbody th")) == len(report.customers["id"]) - len(met)


def test_area_of_a_customer_and_reset(page, report):
    page.open(f"#customer?id={report.customers['id'][0]}")
    area = report.areas[-1]
    page.choose("Solution area", area["id"])
    assert page.texts(".panel h3") == [report.title(area)]
    page.button("Reset").click()
    page.settle()
    assert page.fragment() == "#customer"
    assert page.focused().get_attribute("id") == "customer-search"
    assert page.texts("main caption.unseen") == ["Customers"]


def test_changes_by_area_and_kind(page, report):
    page.open("#changes")
    versions = report.overview["changes"]["versions"]
    page.choose("Kind", "value")
    thresholds = [version for version in versions if version["kind"] == "value"]
    assert len(page.all(".changes > li")) == len(thresholds)
    area = thresholds[0]["area"]
    page.choose("Solution area", area)
    assert len(page.all(".changes > li")) == sum(v["area"] == area for v in thresholds)
    assert set(page.texts(".changes .kind")) == {"Threshold"}


def test_back_and_forward(page, report):
    page.open("#all")
    page.choose("Solution area", report.areas[1]["id"])
    page.one("nav a[href='#score']").click()
    page.settle()
    page.driver.back()
    page.settle()
    assert page.texts(".panel h2") == [report.title(report.areas[1])]
    assert page.one("label.field select").get_attribute("value") == report.areas[1]["id"]
    page.driver.back()
    page.settle()
    assert len(page.all(".panel h2")) == len(report.areas)
    page.driver.forward()
    page.driver.forward()
    page.settle()
    assert page.texts("main h1") == ["Score"]


def test_unknown_words_in_an_address_do_no_harm(page, report):
    for fragment in ("#nowhere?x=1", "#all?area=none&metric=none&list=none&state=none",
                     "#customer?id=none&status=none&area=none&details=none", "#score?area=none",
                     "#changes?area=none&kind=none", "#all?list=azure&state=toString", "#%3Cscript%3E"):
        page.open(fragment)
        assert page.texts("main h1"), fragment
        assert not page.all("dialog[open]"), fragment


def test_the_number_of_results_is_said(page, report):
    page.open("#customer")
    page.one("main input[type=search]").send_keys("contoso")
    page.settle()
    said = page.one("#announcement").get_attribute("textContent")
    assert re.fullmatch(r"\d+ customers? found", said), said
