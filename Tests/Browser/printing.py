"""On paper: A4, all of what is open, nothing cut off at the right."""

import base64
import re
import subprocess
import tempfile

from accessibility import places

A4 = (595, 842)


def printed(page, path):
    sheet = {"preferCSSPageSize": True, "printBackground": True}
    result = page.driver.execute_cdp_cmd("Page.printToPDF", sheet)
    with open(path, "wb") as file:
        file.write(base64.b64decode(result["data"]))


def words(path):
    """The text of the pages as one line, and (x of the right end, width of the page) of each word."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    sizes = [(float(w), float(h)) for w, h in re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', boxes)]
    ends = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    return squeezed(text), sizes, ends


def squeezed(text):
    """Without blanks and hyphens, which a line end on paper may add or take."""
    return re.sub(r"[\s\f-]+", "", text)


def test_every_view_fits_on_a4(page, report):
    for fragment in places(report):
        page.open(fragment)
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            printed(page, file.name)
            text, sizes, ends = words(file.name)
        assert all((round(w), round(h)) == A4 for w, h in sizes), sizes[:2]
        assert max(ends) < A4[0] - 20, (fragment, max(ends))
        assert len(text) > 300, fragment


def test_a_customer_is_printed_with_all_reasons_and_details(page, report):
    customer = 0
    page.open(f"#customer?id={report.customers['id'][customer]}&closed={report.areas[0]['id']}")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        printed(page, file.name)
        text, _, _ = words(file.name)
    for number, (_, node) in enumerate(report.nodes):
        _, reason, rows = report.detail(customer, number)
        # A customer's ids are split over lines at their hyphens, which the paper keeps.
        assert squeezed(node["title"]) in text, node["title"]
        if node["path"]:
            assert squeezed(reason) in text, reason
        for row in rows:
            for value in row[3:]:
                assert squeezed(value) in text, value
    # Afterwards the view is as it was.
    assert not page.all(".explanation")
    assert not page.one(".panel-content").is_displayed()


def test_all_panels_are_printed_open(page, report):
    page.open("#all?closed=" + ",".join(area["id"] for area in report.areas))
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        printed(page, file.name)
        text, _, _ = words(file.name)
    for _, node in report.nodes:
        assert squeezed(node["title"]) in text, node["title"]
    assert "Collapseall" not in text


def print_views(page, report, folder):
    """The views as PDF, for people to look at."""
    for index, fragment in enumerate(places(report)):
        page.open(fragment)
        printed(page, str(folder / f"print-{index}-{fragment.strip('#').split('?')[0]}.pdf"))
