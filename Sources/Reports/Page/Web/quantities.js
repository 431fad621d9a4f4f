// Numbers of the score as people read them: "5 to 6 tenants", "38.5 to 71", "-18,273.57 USD; 3 users".

// "5..6" and "tenants" make "5 to 6 tenants"; two sides are divided by ";". What is not known says so.
function measureText(measure, unit) {
  if (measure === null || measure === undefined) return "Unknown";
  const units = (unit || "").split(";");
  return String(measure).split(";").map((side, index) => sideText(side, units[index] || units[0])).join("; ");
}

function sideText(side, unit) {
  if (side === "") return "Unknown";
  if (!side.includes("..")) return grouped(side) + " " + unitFor(side, unit);
  const [low, high] = side.split("..");
  if (!low && !high) return "Unknown";
  return (low ? grouped(low) : "unknown") + " to " + (high ? grouped(high) : "unknown") + " " + unit;
}

function unitFor(number, unit) {
  if (number !== "1" && number !== "-1") return unit;
  return unit === "people" ? "person" : unit.replace(/([a-z])s$/, "$1");
}

// Points that are certain, and up to how many are possible when facts are missing.
function pointsText(scored) {
  if (!scored.points) return "Unknown";
  const certain = scored.points.shown;
  const possible = scored.possible ? scored.possible.shown : certain;
  return certain === possible ? certain : certain + " to " + possible;
}

function pointsNumber(points) {
  return points ? Number(points.exact.numerator) / Number(points.exact.denominator) : 0;
}

// A bar of points against their maximum; a mark where one qualifies. The numbers stand beside it.
function pointsBar(scored, maximum, needed = null) {
  const share = (number) => Math.max(0, Math.min(100, (100 * number) / Number(maximum))) + "%";
  const certain = pointsNumber(scored.points);
  const possible = scored.possible ? pointsNumber(scored.possible) : certain;
  const bar = element("span", { class: "points-bar", "aria-hidden": "true" });
  for (const [name, number] of [["possible", possible], ["certain", certain]]) {
    const part = element("span", { class: name });
    part.style.width = share(number);
    bar.append(part);
  }
  if (needed !== null) {
    const mark = element("span", { class: "mark" });
    mark.style.left = share(needed);
    bar.append(mark);
  }
  return bar;
}

// ">= 70" is 70.
function neededPoints(area) {
  const found = /[\d.]+/.exec(area.required || "");
  return found ? Number(found[0]) : null;
}

function qualifiedWord(qualified) {
  return qualified === null || qualified === undefined ? "Cannot be told" : qualified ? "Qualified" : "Unqualified";
}

function qualifiedPill(qualified) {
  const kind = qualified ? "is-met" : qualified === false ? "is-unmet" : "no-data";
  return element("span", { class: "pill " + kind }, qualifiedWord(qualified));
}

function months(list) {
  if (list.length === 0) return "Not by month";
  const ranges = [];
  for (const month of list) {
    const last = ranges[ranges.length - 1];
    if (last && monthNumber(month) === monthNumber(last[1]) + 1) last[1] = month;
    else ranges.push([month, month]);
  }
  return ranges.map(([from, to]) => (from === to ? from : from + " to " + to)).join(", ");
}

function monthNumber(month) {
  const [year, number] = month.split("-").map(Number);
  return year * 12 + number;
}
