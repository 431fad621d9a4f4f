// The view "What changed": what the rules say since when, newest first, with the value before and the source.

const kindTitles = {
  value: "Threshold", set: "Set", criterion: "Criterion", group: "Definition", test: "Condition", rate: "Rate",
  points: "Points", step: "Certification step", score: "Score", track: "Track", "track-choice": "Choice of track",
  retirement: "Retirement",
};

const changesView = {
  build() {
    const versions = overview.changes ? overview.changes.versions : [];
    const areas = [...new Set(versions.map((version) => version.area || ""))];
    const kinds = [...new Set(versions.map((version) => version.kind))];
    this.area = choice("Solution area", [["", "All"], ...areas.map((area) => [area || "-", ruleAreaTitle(area)])], "",
      (area) => change({ area }));
    const kindOptions = [["", "All"], ...kinds.map((kind) => [kind, kindTitle(kind)])];
    this.kind = choice("Kind", kindOptions, "", (kind) => change({ kind }));
    this.content = element("div", { class: "panels" });
    this.count = element("span", { class: "count-text" });
    return element("div", { class: "view" },
      element("h1", {}, "What changed"),
      element("div", { class: "filters" }, this.area.field, this.kind.field,
        element("div", { class: "filter-buttons" }, this.count, downloadButton("What changed", csvName("changes"), () =>
          changesCSV(shownVersions(readRoute().values))))),
      this.content);
  },

  show(values) {
    const versions = shownVersions(values);
    fillChosen(this.area.select, values.area);
    fillChosen(this.kind.select, values.kind);
    const chosen = (values.area || "") + "|" + (values.kind || "");
    this.count.textContent = counted(versions.length, "entry", "entries");
    if (this.chosen !== undefined && this.chosen !== chosen) announce(this.count.textContent);
    this.chosen = chosen;
    const byMonth = Map.groupBy ? Map.groupBy(versions, (version) => version.from) : groupByMonth(versions);
    replaceChildren(this.content, versions.length === 0 && element("p", { class: "empty" }, "Nothing of this kind."),
      [...byMonth].map(([month, list]) => monthSection(month, list)));
  },
};

function fillChosen(select, value) {
  select.value = [...select.options].some((option) => option.value === value) ? value : "";
}

function groupByMonth(versions) {
  const groups = new Map();
  for (const version of versions) groups.set(version.from, [...(groups.get(version.from) || []), version]);
  return groups;
}

// The areas of the rules are those of the report without their tracks.
function ruleAreaTitle(id) {
  if (!id) return "All areas";
  const area = overview.areas.find((other) => other.id === id);
  const family = overview.areas.find((other) => other.family === id);
  if (area || family) return area ? area.title : family.title.split(" - ")[0];
  return id;
}

function kindTitle(kind) {
  return kindTitles[kind] || capital(kind.replaceAll("-", " "));
}

function shownVersions(values) {
  const versions = overview.changes ? overview.changes.versions : [];
  const area = values.area === "-" ? null : values.area;
  return versions
    .filter((version) => !values.area || version.area === area)
    .filter((version) => !values.kind || version.kind === values.kind)
    .map((version, index) => ({ ...version, index }))
    .sort((a, b) => (b.from || "").localeCompare(a.from || "") || a.index - b.index);
}

function monthSection(month, versions) {
  const id = "changes-" + (month || "dates");
  return element("section", { class: "panel", "aria-labelledby": id },
    element("div", { class: "panel-head" }, element("h2", { id }, month || "Other dates")),
    element("ul", { class: "changes" }, versions.map(versionEntry)));
}

function versionEntry(version) {
  const before = earlierText(version);
  const about = version.kind === "set" ? version.title : "";
  const area = [ruleAreaTitle(version.area), trackTitle(version.track), about].filter(Boolean).join(", ");
  return element("li", {},
    element("p", {}, element("span", { class: "kind" }, kindTitle(version.kind)), " ",
      element("b", {}, versionTitle(version)), element("span", { class: "note" }, area)),
    element("p", {}, ruleText(version, versionText(version))),
    before && element("p", { class: "muted" }, "Before: ", ruleText(version, before)),
    element("p", { class: "muted" }, version.from && periodText(version) + ". ", citedSources(version.citations),
      " ", rulePlace(version)));
}

function versionTitle(version) {
  // Sets have no title but what they are of.
  if (version.kind === "set") return capital(version.id.replaceAll("-", " "));
  return capital(version.name ? version.title + ": " + version.name : version.title);
}

function versionText(version) {
  if (version.members) {
    const words = { "=": "", "+": "Added: ", "-": "Removed: " };
    return (words[version.change] ?? "") + version.members.join(", ");
  }
  const hasValue = version.value !== undefined && version.value !== null;
  return hasValue ? measureText(version.value, version.unit) : version.text || "";
}

// Criteria are sentences; what other kinds say is a line of the rules.
function ruleText(version, text) {
  const isRule = version.text && version.kind !== "criterion" && version.kind !== "retirement";
  return isRule ? element("code", {}, text) : text;
}

// What held until this version began; sets say themselves what was added or removed.
function earlierText(version) {
  if (version.members || !version.from) return "";
  const same = (other) => ["area", "track", "kind", "id", "name"].every((part) => other[part] === version[part]);
  const earlier = overview.changes.versions
    .filter((other) => same(other) && other.from && other.from < version.from && other.reading === version.reading);
  return earlier.length > 0 ? versionText(earlier[earlier.length - 1]) : "";
}

function citedSources(citations) {
  return citations.map((citation) => {
    const known = knownSources().get(citation.source) || {};
    const link = sourceLink(known.title || citation.source, known.address);
    return [link, " ", citation.quote && element("q", {}, citation.quote), " "];
  });
}

const knownSources = once(() => new Map(overview.changes.sources.map((source) => [source.id, source])));

function changesCSV(versions) {
  return [["From", "Until", "Solution area", "Track", "Kind", "Name", "Value", "Before", "Sources", "Quotes", "Rule"],
    versions.map((version) => [
      version.from, version.until, ruleAreaTitle(version.area), trackTitle(version.track), kindTitle(version.kind),
      versionTitle(version), versionText(version), earlierText(version),
      version.citations.map((citation) => citation.source).join("; "),
      version.citations.map((citation) => citation.quote).filter(Boolean).join("; "),
      version.file + ":" + version.line,
    ])];
}
