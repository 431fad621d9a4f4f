#!/usr/bin/env python3
"""Times `rulec eval` beside DuckDB and Polars on the same downloads, and checks that all give the same answers.

  swift build -c release
  python3 -m venv venv && venv/bin/pip install numpy duckdb polars
  venv/bin/python Tests/Benchmarks/compare.py --bench ../shared/bench --work facts

Programs run in turn, each once to warm the page cache and then so many times as --runs says; what counts is the median
of the ratios of neighbours. All run whole as processes. The rivals answer the same nodes without reasons, order or row
accounts. The table is Markdown.
"""
import argparse
import csv
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

AS_OF = "2024-06"
AREAS = ["azure", "modern-work-smb"]
TABLES = "azure-usage,m365-usage"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rulec", default=".build/release/rulec")
    parser.add_argument("--rules", default="Rules")
    parser.add_argument("--bench", default="../shared/bench", help="folder with make_facts.py and rivals")
    parser.add_argument("--work", default="bench-data", help="folder for data; what is there is used again")
    parser.add_argument("--customers", default="1000,10000,100000")
    parser.add_argument("--shuffled", default="", help="sizes that are also run in shuffled order")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rivals", default="duckdb,polars,parquet")
    return parser.parse_args()


def make(options, customers, order="customer"):
    folder = pathlib.Path(options.work, f"{customers}-{order}")
    if not (folder / "OfficeUsage.csv").exists():
        subprocess.run(
            [sys.executable, f"{options.bench}/make_facts.py", str(folder), "--customers", str(customers), "--seed", "2",
             "--as-of", AS_OF, "--tables", TABLES, "--months", "14", "--order", order],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder


def parquet_job(options, folder):
    """The DuckDB job on Parquet files of the same rows: only the reading differs."""
    import duckdb
    for path in folder.glob("*.csv"):
        target = path.with_suffix(".parquet")
        if not target.exists():
            duckdb.sql(f"COPY (FROM read_csv('{path}', all_varchar = true)) TO '{target}' (FORMAT parquet)")
    source = pathlib.Path(options.bench, "rivals/duckdb_job.py").read_text()
    begin = source.index("def csv(name, columns")
    end = source.index("def typed(")
    reading = '''def csv(name, columns, options=""):
    casts = ", ".join(f"{c}::{t} AS {c}" for c, t in columns if t != "VARCHAR")
    path = file(name)[:-4] + ".parquet"
    return f"(SELECT * REPLACE ({casts}) FROM read_parquet('{path}'))"


'''
    job = pathlib.Path(options.work, "parquet_job.py")
    job.write_text(source[:begin] + reading + source[end:])
    return job


MEASURE = """
import os, subprocess, sys, time
begin = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - begin, usage.ru_maxrss / 1024)
sys.exit(1 if status else 0)
"""


def run(command):
    """Wall seconds and peak MiB of a process.

    It is started by a small one: what a large one holds would count as its child's.
    """
    found = subprocess.run([sys.executable, "-S", "-c", MEASURE, *command], capture_output=True, text=True)
    if found.returncode:
        sys.exit(f"{command[0]} failed: {found.stderr[-500:]}")
    wall, peak = map(float, found.stdout.split())
    return wall, peak


def answers(path):
    with open(path, newline="") as file:
        return {(row["customer_id"], row["area"], row["node"]): (row["status"], row["current"])
                for row in csv.DictReader(file)}


def same(ours, theirs):
    """Every answer of a rival is one of ours; rulec answers metrics and areas as well."""
    different = [key for key, answer in theirs.items() if ours.get(key) != answer]
    if different or not theirs:
        sys.exit(f"{len(different)} of {len(theirs)} answers differ, such as {different[:1]}")
    return len(theirs)


def measure(options, folder):
    out = {name: pathlib.Path(options.work, f"{name}.csv") for name in ["rulec", *options.rivals.split(",")]}
    job = {"duckdb": f"{options.bench}/rivals/duckdb_job.py", "polars": f"{options.bench}/rivals/polars_job.py"}
    if "parquet" in out:
        job["parquet"] = parquet_job(options, folder)
    commands = {name: [sys.executable, str(job[name]), str(folder), AS_OF, str(out[name])] for name in out if name != "rulec"}
    commands["rulec"] = [options.rulec, "eval", options.rules, "--facts", str(folder), "--as-of", AS_OF,
                         "--area", *AREAS, "--format", "csv", "--output", str(out["rulec"])]
    times = {name: [] for name in commands}
    for turn in range(options.runs + 1):
        for name, command in commands.items():
            found = run(command)
            if turn:
                times[name].append(found)
    ours = answers(out["rulec"])
    compared = [same(ours, answers(out[name])) for name in out if name != "rulec"]
    return times, compared


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                 platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}"


def main():
    options = arguments()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    runs = [(int(size), "customer") for size in options.customers.split(",")]
    runs += [(int(size), "shuffled") for size in options.shuffled.split(",") if size]
    rivals = options.rivals.split(",")
    print(f"{machine()}; medians of {options.runs}\n")
    titles = {"duckdb": "DuckDB, CSV", "polars": "Polars, CSV", "parquet": "DuckDB, Parquet"}
    print("| customers | rulec | peak | " + " | ".join(f"/ {titles[name]}" for name in rivals) + " |")
    print("|---" * (3 + len(rivals)) + "|")
    for size, order in runs:
        times, compared = measure(options, make(options, size, order))
        own = times["rulec"]
        ratios = [statistics.median(ours[0] / theirs[0] for ours, theirs in zip(own, times[name])) for name in rivals]
        label = f"{size:,}" + (", shuffled" if order == "shuffled" else "")
        print(f"| {label} | {statistics.median(t[0] for t in own):.2f} s | {statistics.median(t[1] for t in own):.0f} MiB | "
              + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |", flush=True)
    print(f"\nEvery answer of the rivals ({compared[0]:,} in the last line) is the same.")


if __name__ == "__main__":
    main()
