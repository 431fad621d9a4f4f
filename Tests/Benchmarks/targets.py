#!/usr/bin/env python3
"""Times rulec against itself and `grep`: order of rows, number of rows, threads, reasons, one customer, start-up.

  python3 Tests/Benchmarks/targets.py --bench ../shared/bench --work facts

Needs numpy to make the data, which compare.py uses too. Each ratio is the median of the ratios of runs that follow each
other. The table is Markdown.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys

import compare


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rulec", default=".build/release/rulec")
    parser.add_argument("--rules", default="Rules")
    parser.add_argument("--examples", default="Examples/partner")
    parser.add_argument("--bench", default="../shared/bench", help="folder with make_facts.py")
    parser.add_argument("--work", default="bench-data", help="folder for data; what is there is used again")
    parser.add_argument("--customers", type=int, default=100_000, help="of the large data; the small one is a tenth")
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


class Targets:
    def __init__(self, options):
        self.options = options
        self.large = compare.make(options, options.customers)
        self.shuffled = compare.make(options, options.customers, "shuffled")
        self.small = compare.make(options, options.customers // 10)
        self.full = self.make_full()

    def make_full(self):
        """All tables of 2,000 customers over 26 months."""
        folder = pathlib.Path(self.options.work, "2000-full")
        if not folder.exists():
            subprocess.run(
                [sys.executable, f"{self.options.bench}/make_facts.py", str(folder), "--customers", "2000", "--seed", "2",
                 "--as-of", compare.AS_OF, "--months", "26"],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return folder

    def eval(self, folder, *more, areas=compare.AREAS):
        area = ["--area", *areas] if areas else []
        return [self.options.rulec, "eval", self.options.rules, "--facts", str(folder), "--as-of", compare.AS_OF, *area,
                "--format", "csv", "--output", str(pathlib.Path(self.options.work, "own.csv")), *more]

    def grep(self, customer):
        """Counts lines with an id, into a pipe, as grep stops at the first line when nobody reads what it writes."""
        files = " ".join(f"'{path}'" for path in sorted(self.shuffled.glob("*.csv")))
        return ["/bin/sh", "-c", f"grep -c {customer} {files} | cat"]

    def times(self, command, runs=None):
        found = [compare.run(command) for _ in range((runs or self.options.runs) + 1)][1:]
        return statistics.median(wall for wall, _ in found)

    def ratio(self, one, other):
        """The median of how much longer `one` takes than `other`."""
        pairs = [(compare.run(one)[0], compare.run(other)[0]) for _ in range(self.options.runs + 1)][1:]
        return statistics.median(own / base for own, base in pairs)


def a_customer(folder):
    """An id from the middle of the downloads."""
    path = sorted(folder.glob("*.csv"))[0]
    with open(path) as file:
        column = file.readline().rstrip("\n").split(",").index("CustomerTpid")
        file.seek(path.stat().st_size // 2)
        file.readline()
        return file.readline().split(",")[column]


def main():
    options = arguments()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    targets = Targets(options)
    customer = a_customer(targets.shuffled)
    os.environ["LC_ALL"] = "C"
    example = [options.rulec, "eval", options.rules, "--facts", options.examples, "--customer", "4100001"]
    print(f"{compare.machine()}; medians of {options.runs}\n\n| what | measured |\n|---|---|")
    rows = [
        ("rows ten times as many", lambda: f"{targets.ratio(targets.eval(targets.large), targets.eval(targets.small)):.1f}"),
        ("rows shuffled / sorted",
         lambda: f"{targets.ratio(targets.eval(targets.shuffled), targets.eval(targets.large)):.2f}"),
        ("all threads / one",
         lambda: f"{targets.ratio(targets.eval(targets.small), targets.eval(targets.small, '--threads', '1')):.2f}"),
        ("with reasons / `--no-reasons`",
         lambda: f"{targets.ratio(targets.eval(targets.large), targets.eval(targets.large, '--no-reasons')):.2f}"),
        ("one customer of the shuffled rows / `grep -c` of its id",
         lambda: f"{targets.ratio(targets.eval(targets.shuffled, '--customer', customer), targets.grep(customer)):.1f}"),
        ("nine tables, all areas, 26 months, 2,000 customers",
         lambda: f"{targets.times(targets.eval(targets.full, areas=[])):.2f} s"),
        ("`--version`", lambda: f"{targets.times([options.rulec, '--version'], 21) * 1000:.0f} ms"),
        ("`check Rules`", lambda: f"{targets.times([options.rulec, 'check', options.rules], 21) * 1000:.0f} ms"),
        ("`eval --customer` on the example", lambda: f"{targets.times(example, 21) * 1000:.0f} ms"),
    ]
    for what, measured in rows:
        print(f"| {what} | {measured()} |", flush=True)


if __name__ == "__main__":
    main()
