"""Each view shows what the data says, in the words of the official report."""

VIEWS = {
    "all": "All customers", "customer": "By customer", "score": "Score",
    "changes": "What changed", "data": "Data",
}
STATUS = {"u": "Not met (no data)"}


def test_tabs_are_links_to_views(page, report):
    page.open()
    for view, title in VIEWS.items():
        [link] = [link for link in page.all("nav a") if link.text == title]
        link.click()
        page.settle()
        assert page.texts("main h1") == [title]
        assert page.fragment() == f"#{view}"
        assert page.texts('nav a[aria-current="page"]') == [title]
        assert page.driver.title.endswith(f"{title} - Customer eligibility"), page.driver.title


def test_panels_stand_in_the_order_of_areas(page, report):
    page.open("#all")
    assert page.texts(".panel h2") == [report.title(area) for area in report.areas]


def test_bars_count_the_customers(page, report):
    page.open("#all")
    compare_counts(page, report, lambda number, state: len(report.in_state(number, state)))


def test_bars_count_the_tenants(page, report):
    page.open("#all?by=tenant")
    compare_counts(page, report, lambda number, state: len(report.tenants_in_state(number, state)))


def compare_counts(page, report, count):
    shown = page.script(
        """return [...document.querySelectorAll(".panel")].map((panel) =>
             [panel.querySelector(".panel-sum"), ...panel.querySelectorAll("td.distribution")].map((cell) =>
               [...cell.querySelectorAll(".part-count")].map((part) =>
                 [part.childNodes[1].data.trim(), part.querySelector("b").textContent])))"""
    )
    number = 0
    for area, rows in zip(report.areas, shown, strict=True):
        for node, parts in zip(area["nodes"], rows, strict=True):
            assert parts, (area["id"], node["path"])
            for state, text in parts:
                assert int(text.replace(",", "")) == count(number, state), (area["id"], node, state)
            number += 1


def test_gates_narrow(page, report):
    page.open("#all")
    for panel in page.all(".panel"):
        populations = page.texts("tr.gate .population b", panel)
        qualified = page.texts('tr.gate [data-state="qualified"] b', panel)
        # Behind one gate stand those that qualified at it, unless another side of the area begins.
        following = [p for p in populations[1:] if p not in qualified and p != populations[0]]
        assert not following, (populations, qualified)


def test_a_customer_shows_its_tree(page, report):
    for customer in (0, 4, len(report.customers["id"]) - 1):
        page.open(f"#customer?id={report.customers['id'][customer]}")
        assert page.texts(".customer-head h2") == [report.customers["name"][customer]]
        expected = [
            [report.letter(customer, number), node["title"], node["criterion"] or "",
             report.detail(customer, number)[0]]
            for number, (_, node) in enumerate(report.nodes) if node["path"]
        ]
        shown = page.script(
            """return [...document.querySelectorAll("tr[data-node]")].map((row) =>
                 [row.querySelector(".pill").textContent, row.cells[0].textContent,
                  row.cells[2].textContent, row.cells[3].textContent])"""
        )
        for (letter, *texts), (status, *cells) in zip(expected, shown, strict=True):
            met = "Met" if letter in "mgdn" else STATUS.get(letter, "Not met")
            assert [met, *texts] == [status, *cells]


def test_the_score_shows_points_and_what_is_missing(page, report):
    for area in report.overview["score"]["areas"]:
        track = area["track"] or ""
        page.open(f"#score?area={area['id'] if area['id'].endswith(track) else area['id'] + '-' + track}")
        card = page.one('.card[aria-current="true"]').text
        low, high = area["points"]["shown"], area["possible"]["shown"]
        assert (low if low == high else f"{low} to {high}") + " of " + area["max"] in card, card
        words = {True: "Qualified", False: "Unqualified", None: "Cannot be told"}
        assert words[area["qualified"]] in card
        earned = [d["earnedUntil"] for d in report.overview["score"]["designations"]
                  if d["earned"] and area["counts"] and d["id"] in (area["id"], area["id"].removesuffix("-" + track))]
        assert ("Earned until" in card) == bool(earned) and all(until in card for until in earned), card
        text = page.one("main").text
        assert area["toQualify"] is None or area["toQualify"] in text
        rows = page.script(
            """return [...document.querySelectorAll(".score tbody .level-1")].map((th) => th.firstChild.data)"""
        )
        page.one(".score .level-1 button").click()
        reasons = [metric["reason"] for metric in area["metrics"] if metric["title"] == rows[0]]
        assert any(reason in page.one(".score .under").text for reason in reasons), reasons
        assert sorted(rows) == sorted(metric["title"] for metric in area["metrics"])


def test_changes_stand_newest_first(page, report):
    page.open("#changes")
    months = page.texts(".panel h2")
    dated = [month for month in months if month != "Other dates"]
    assert dated == sorted(dated, reverse=True) and len(dated) > 3, months
    assert len(page.all(".changes > li")) == len(report.overview["changes"]["versions"])


def test_data_accounts_for_every_row(page, report):
    page.open("#data")
    files = report.overview["data"]["files"]
    shown = page.script(
        """return [...document.querySelectorAll("#data-files ~ * tbody tr, section:first-of-type tbody tr")]
             .map((row) => [...row.cells].map((cell) => cell.textContent))"""
    )
    for file, cells in zip(files, shown, strict=True):
        read, *parts = [int(cell.replace(",", "")) for cell in cells[2:]]
        assert file["file"].endswith(cells[0]) and read == file["read"] == sum(parts), cells
