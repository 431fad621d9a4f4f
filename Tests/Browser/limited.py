"""Pages that hold some customers only say so, and count all of them."""


def test_the_foot_says_what_the_file_holds(page, report):
    page.open("#all")
    total, embedded = (report.overview["customers"][key] for key in ("total", "embedded"))
    foot = page.one("footer").text
    if embedded < total:
        assert f"This file holds {embedded} of {total} customers." in foot and "--customers" in foot
    else:
        assert f"This file holds all {total} customer" in foot, foot


def test_bars_count_everybody(page, report):
    page.open("#all")
    first = report.areas[0]["nodes"][1]
    expected = [sum(first["counts"].get(letter, 0) for letter in letters) for letters in ("mgdn", "fpqr")]
    cell = page.one("td.distribution")
    assert [int(count) for count in page.texts(".part-count b", cell)][:2] == expected


def test_a_list_says_who_is_not_in_the_file(page, report):
    area, node = report.nodes[1]
    page.open(f"#all?list={area['id']}/{node['path']}&state=unqualified")
    listed = len(report.in_state(1, "Unqualified"))
    counted = sum(node["counts"].get(letter, 0) for letter in "fpqr")
    assert len(page.all("dialog tbody tr")) == listed
    hints = page.texts("dialog .hint")
    if listed < counted:
        assert hints[0].startswith(f"This file holds {listed} of {counted}.")
    else:
        assert not hints


def test_a_customer_that_is_not_in_the_file(page, report):
    page.open("#customer?id=no-such-id")
    assert "No customer with the id no-such-id" in page.one("main .hint").text


def test_a_page_without_score_says_why(page, report):
    page.open("#score")
    text = page.one("main").text
    assert ("This file has no score" in text) == (report.overview["score"] is None), text[:200]
