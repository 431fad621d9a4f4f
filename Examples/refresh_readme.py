#!/usr/bin/env python3
"""Runs the commands in Examples/README.md again and writes what they print below them.

    swift build -c release --product rulec && python3 Examples/refresh_readme.py

A block that begins with `$` holds a command of bash, its output follows. `<!-- from A to B -->` before a block
keeps the lines from the first that begins with A to the one before the first that then begins with B.
The table of the customers is written from make_partner.py.
"""

import os
import pathlib
import re
import subprocess
import sys

import make_partner

README = pathlib.Path(__file__).with_name("README.md")
ROOT = README.parent.parent

def run(command):
    path = f"{ROOT / '.build/release'}:{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env={**os.environ, "PATH": path}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.rstrip().splitlines()

def part(lines, first, last):
    begin = next((i for i, line in enumerate(lines) if line.strip().startswith(first)), None)
    if begin is None:
        sys.exit(f"no line begins with {first!r}")
    end = next((i for i in range(begin + 1, len(lines)) if lines[i].strip().startswith(last)), len(lines))
    return [*(["..."] if begin else []), *lines[begin:end], *(["..."] if end < len(lines) else [])]

def block(match):
    comment, first, last, command = match.group("comment") or "", match["first"], match["last"], match["command"]
    lines = run(command)
    if first:
        lines = part(lines, first, last)
    return "\n".join([f"{comment}```console", f"$ {command}", *lines, "```"])

def table(_):
    rows = ["| id | customer | what it teaches |", "|---|---|---|"]
    for number, (name, teaches, _) in enumerate(make_partner.CUSTOMERS, 4100001):
        rows.append(f"| {number} | {name} | {teaches[0].upper()}{teaches[1:]} |")
    return "<!-- customers -->\n" + "\n".join(rows) + "\n<!-- end -->"

text = README.read_text()
text = re.sub(r"<!-- customers -->.*?<!-- end -->", table, text, flags=re.S)
text = re.sub(
    r"(?P<comment><!-- from (?P<first>.*?) to (?P<last>.*?) -->\n)?```console\n\$ (?P<command>(?:[^\n]*\\\n)*[^\n]*)\n.*?```",
    block, text, flags=re.S)
README.write_text(text)
