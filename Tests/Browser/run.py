#!/usr/bin/env python3
"""Tests the report page in a real browser.

    python Tests/Browser/run.py REPORT.html [--hostile FILE] [--large FILE]
        [--limited FILE...] [--only WORD] [--screenshots DIR]

REPORT.html is the report of Examples/partner. The others are reports of the facts of `hostile.py`
(written by `--facts DIR`), of ten thousand customers, and with some customers of several. Needs chromium, chromium-driver and
poppler-utils of Debian, and from PyPI selenium, and axe-playwright-python (for its copy of axe-core).
"""

import argparse
import pathlib
import sys
import tempfile
import time
import traceback

import accessibility
import browser
import details
import filters
import hostile
import keyboard
import layout
import limited
import printing
import speed
import views
from report import Report

MODULES = [views, filters, details, keyboard, accessibility, layout, printing]


def main():
    parser = argparse.ArgumentParser(description="Tests the report page in a real browser.")
    parser.add_argument("report", nargs="?", help="the report of Examples/partner")
    parser.add_argument("--hostile", help="the report of the facts of --facts")
    parser.add_argument("--large", help="a report of ten thousand customers")
    parser.add_argument("--limited", nargs="*", default=[], help="reports of some customers only")
    parser.add_argument("--facts", type=pathlib.Path, help="only writes facts with awkward names here")
    parser.add_argument("--only", default="", help="only tests with this word in their name")
    parser.add_argument("--screenshots", type=pathlib.Path, help="also writes pictures and PDFs here")
    chosen = parser.parse_args()
    if chosen.facts:
        hostile.facts(chosen.facts)
        return 0
    reports = [(chosen.report, MODULES), (chosen.hostile, [hostile]), (chosen.large, [speed])]
    reports += [(path, [limited]) for path in chosen.limited]
    failed = 0
    with tempfile.TemporaryDirectory() as downloads:
        driver = browser.start(downloads)
        try:
            for path, modules in reports:
                if path:
                    failed += run(driver, path, modules, downloads, chosen.only)
            if chosen.screenshots and chosen.report:
                page = browser.Page(driver, chosen.report, downloads)
                layout.screenshots(page, Report(chosen.report), chosen.screenshots)
                printing.print_views(page, Report(chosen.report), chosen.screenshots)
        finally:
            driver.quit()
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0


def run(driver, path, modules, downloads, only):
    """How many tests of these modules fail on a report."""
    page = browser.Page(driver, path, downloads)
    report = Report(path)
    failed = 0
    for module in modules:
        for name, test in vars(module).items():
            if name.startswith("test_") and only in f"{module.__name__}.{name}":
                failed += not passes(page, report, f"{module.__name__}.{name}", test)
    return failed


def passes(page, report, name, test):
    """Runs one test; it also fails when the console complains or anything is asked of a network."""
    start = time.monotonic()
    try:
        test(page, report)
        assert not (errors := page.errors()), errors
        assert not (requests := page.requests()), requests
    except Exception:  # any failure is shown, and the next test goes on
        print(f"FAILED {name}")
        traceback.print_exc(limit=-2)
        page.errors(), page.requests()
        return False
    print(f"passed {name} ({time.monotonic() - start:.1f} s)", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
