// The view "Score": a card for each designation, and under them all about the one that is chosen.

const scoreView = {
  build() {
    this.cards = element("ul", { class: "cards" });
    this.content = element("div");
    return element("div", { class: "view" }, element("h1", {}, "Score"), this.cards, this.content);
  },

  show(values) {
    const score = overview.score;
    if (!score || score.areas.length === 0) {
      return replaceChildren(this.content, element("p", { class: "empty" },
        "This file has no score: it was made for some customers only, or the rules have no score."));
    }
    const chosen = score.areas.find((area) => scoreKey(area) === values.area) ||
      score.areas.find((area) => area.counts) || score.areas[0];
    replaceChildren(this.cards, score.areas.map((area) => scoreCard(area, area === chosen)));
    replaceChildren(this.content, scoreDetails(chosen), peoplePanel());
    if (this.chosen && this.chosen !== chosen) announce(scoreTitle(chosen) + " shown");
    this.chosen = chosen;
    document.title = scoreTitle(chosen) + " - " + document.title;
  },
};

// The designation with its track.
function scoreTitle(area) {
  return area.track ? area.title + " - " + trackTitle(area.track) : area.title;
}

// What names a scored area in an address: several tracks may have one id.
function scoreKey(area) {
  return !area.track || area.id.endsWith("-" + area.track) ? area.id : area.id + "-" + area.track;
}

// What the tracks of an area make together: of one of them it has the score of each month.
function designationOf(area) {
  const isOf = (designation) => designation.id === area.id || designation.id + "-" + area.track === area.id;
  return overview.score.designations.find(isOf) || null;
}

function scoreCard(area, isChosen) {
  const note = area.counts ? earnedText(area) : otherText(area);
  return element("li", {},
    element("a", {
      class: "card" + (area.counts ? "" : " is-other"), href: linkTo("score", { area: scoreKey(area) }),
      "aria-current": isChosen ? "true" : null,
    },
      element("span", { class: "card-title" }, scoreTitle(area)),
      element("span", { class: "card-points" }, element("b", {}, pointsText(area)), " of " + area.max + " points"),
      pointsBar(area, area.max, neededPoints(area)),
      element("span", { class: "card-foot" }, qualifiedPill(area.qualified),
        note ? element("span", { class: "note" }, note) : null)));
}

// One month of the window that qualified is enough, whatever this month says.
function earnedText(area) {
  const designation = designationOf(area);
  return designation && designation.earned ? "Earned until " + designation.earnedUntil : "";
}

function otherText(area) {
  return area.mayCount ? "May count instead" : "Other track counts";
}

function scoreDetails(area) {
  const designation = designationOf(area);
  return [
    element("section", { class: "panel", "aria-labelledby": "score-title" },
      element("div", { class: "panel-head" },
        element("h2", { id: "score-title" }, scoreTitle(area)), qualifiedPill(area.qualified),
        downloadButton(scoreTitle(area), csvName("score", scoreKey(area)), () => scoreCSV(area))),
      element("div", { class: "padded sentences" },
        element("p", {}, withoutTitle(area.reason, area.reason.split(":")[0])),
        area.toQualify && element("p", { class: "to-qualify" }, area.toQualify),
        designation && element("p", {}, designation.reason),
        area.choice && element("p", {}, area.choice)),
      scoreTable(area)),
    designation && monthsPanel(area, designation),
  ];
}

function scoreTable(area) {
  const body = element("tbody");
  for (const category of area.categories) {
    append(body, [
      element("tr", { class: "category" },
        element("th", { scope: "rowgroup", colspan: 3 }, category.title),
        element("td", { class: "number" }, pointsText(category)), element("td", { class: "number" }, category.max)),
      area.metrics.filter((metric) => metric.category === category.id).flatMap((metric) => metricRows(metric)),
    ]);
  }
  append(body, [element("tr", { class: "total" }, element("th", { scope: "row", colspan: 3 }, "Total"),
    element("td", { class: "number" }, pointsText(area)), element("td", { class: "number" }, area.max))]);
  const head = ["Category and metric", "Progress", "Target", "Points earned", "Maximum"].map((title, index) =>
    element("th", { scope: "col", class: index > 2 ? "number" : null }, title));
  return scrollBox("Points of " + scoreTitle(area), element("table", { class: "data score" },
    element("caption", { class: "unseen" }, "Points by category and metric"),
    element("thead", {}, element("tr", {}, head)), body));
}

function metricRows(metric) {
  const control = button(["Reason", unseen(" for " + metric.title)], {
    class: "quiet small", "aria-expanded": "false",
    onclick: () => toggleUnder(control, () => metricReason(metric)),
  });
  return element("tr", {},
    element("th", { scope: "row", class: "title level-1" }, metric.title, control),
    element("td", {}, measureText(metric.measure, metric.unit), pointsBar(metric, metric.max)),
    element("td", {}, measureText(metric.target, metric.unit)),
    element("td", { class: "number" }, pointsText(metric)),
    element("td", { class: "number" }, metric.max));
}

// The sentence of the metric, those of what it is made of, and whose facts are missing.
function metricReason(metric) {
  const options = metric.options.filter((option) => metric.options.length > 1 || option.reason !== metric.reason);
  const people = [...new Set(metric.options.flatMap((option) => option.peopleNames || []))];
  return element("div", { class: "explanation" },
    element("p", { class: "reason" }, metric.reason),
    options.length > 1 && bullets(options.map((option) => option.reason)),
    element("dl", {},
      entry("Customers with missing facts",
        metric.openCustomers.length > 0 && element("ul", {}, metric.openCustomers.map(openCustomer))),
      entry("People", people.length > 0 && people.join(", ")),
      entry("Source", metric.citations.length > 0 && sources(metric.citations)),
      entry("Rule", metric.rule && rulePlace(metric.rule))));
}

function openCustomer(id) {
  const customer = customers.id.indexOf(id);
  return element("li", {}, customer < 0 ? id : customerLink(customer));
}

function scoreCSV(area) {
  const rows = area.metrics.map((metric) => [
    scoreTitle(area), metric.category, metric.title, measureText(metric.measure, metric.unit),
    measureText(metric.target, metric.unit), pointsText(metric), metric.max, metric.reason,
  ]);
  const total = [scoreTitle(area), "", "Total", "", "", pointsText(area), area.max, area.reason];
  const header = ["Designation", "Category", "Metric", "Progress", "Target", "Points earned", "Maximum", "Reason"];
  return [header, [...rows, total]];
}
