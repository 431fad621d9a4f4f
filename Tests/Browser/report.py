"""The data of a report, read from its file without a browser: what the page is compared with."""

import json
import re

GROUPS = {
    "Qualified": "mgdn", "Unqualified": "fpqr", "No data": "u", "Met": "mgdn", "Not met": "fpqr",
    "With growth": "gp", "In decline": "dq", "No change": "nr",
    "Met, nothing to compare with": "m", "Not met, nothing to compare with": "f",
}


class Report:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.overview = json.loads(block(text, "overview"))
        self.customers = json.loads(block(text, "customers"))
        self.texts = json.loads(block(text, "texts"))
        self.details = block(text, "details").strip().split("\n")
        self.areas = self.overview["areas"]
        self.nodes = [(area, node) for area in self.areas for node in area["nodes"]]

    def title(self, area):
        """As the official report writes it: "Azure (Data & AI, ...)"."""
        owner = area["title"].split(" - ")[0]
        titles = [title.removesuffix(f" ({owner})") for title in area["designations"]]
        return f"{area['title']} ({', '.join(titles)})" if len(titles) > 1 else area["title"]

    def letter(self, customer, number):
        return self.customers["letters"][customer * len(self.nodes) + number]

    def letters(self, number, state):
        """An area is about all, also about those at a closed gate, whose letters are capital."""
        letters = GROUPS[state]
        return letters + letters.upper() if self.nodes[number][1]["kind"] == "area" else letters

    def in_state(self, number, state):
        """The names of the customers that a node says this of, counted from the letters."""
        customers = range(len(self.customers["id"]))
        found = [c for c in customers if self.letter(c, number) in self.letters(number, state)]
        return [self.customers["name"][customer] for customer in found]

    def tenants_in_state(self, number, state):
        tenants = self.customers["tenant"]
        letters = tenants["letters"][number::len(self.nodes)]
        return [t for t, letter in zip(tenants["id"], letters) if letter in self.letters(number, state)]

    def number(self, area, path):
        keys = [(a["id"], node["path"]) for a, node in self.nodes]
        return keys.index((area, path))

    def detail(self, customer, number):
        """(current, reason, rows) of a customer at a node, as texts."""
        tenants, parts = json.loads(self.details[customer])
        current, reason, _, rows, *_ = parts[number] + [-1, -1, [], []][len(parts[number]):] + [None]
        text = lambda index: "" if index < 0 else self.texts[index]
        return text(current), text(reason), [
            ["" if row[0] < 0 else tenants[row[0]], *map(text, row[1:])] for row in rows
        ]

    def to_pass(self, customer, number):
        """What would make a node met: sentences, best first."""
        parts = json.loads(self.details[customer])[1][number]
        return [self.texts[index] for index in (parts[2] if len(parts) > 2 else [])]


def block(text, name):
    return re.search(rf'<script type="[a-z/]+" id="{name}">(.*?)</script>', text, re.S).group(1)
