// Parts of the score: the months of the window, certificates that end, and whose certificates count.

function monthsPanel(area, designation) {
  const needed = neededPoints(area);
  const hasTracks = new Set(designation.months.map((month) => month.track)).size > 1;
  const rows = designation.months.map((month) => element("tr", {},
    element("th", { scope: "row", class: "month" }, month.month,
      hasTracks && element("span", { class: "note" }, trackTitle(month.track))),
    element("td", { class: "wide" }, month.points && pointsBar(month, area.max, needed)),
    element("td", { class: "number" }, month.points ? pointsText(month) : "Unknown"),
    element("td", {}, qualifiedPill(month.qualified),
      month.obstacles.length > 0 && element("span", { class: "note" }, month.obstacles.join(", ")))));
  const head = ["Month", "Progress", "Points", "Status"].map((title) =>
    element("th", { scope: "col", class: title === "Points" ? "number" : null }, title));
  return element("section", { class: "panel", "aria-labelledby": "months-title" },
    element("div", { class: "panel-head" }, element("h2", { id: "months-title" }, "Scoring history"),
      downloadButton("Scoring history", csvName("history", designation.id), () => historyCSV(designation))),
    scrollBox("Scoring history, table", element("table", { class: "data" },
      element("caption", { class: "unseen" }, "Points of each month"),
      element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows))));
}

function historyCSV(designation) {
  return [["Month", "Points", "Status", "Obstacles"], designation.months.map((month) => [
    month.month, month.points ? pointsText(month) : "", qualifiedWord(month.qualified), month.obstacles.join("; "),
  ])];
}

// Certificates that end soon, and the table of people.
function peoplePanel() {
  if (overview.people.length === 0) return null;
  return element("section", { class: "panel", "aria-labelledby": "people-title" },
    element("div", { class: "panel-head" }, element("h2", { id: "people-title" }, peopleTitle())),
    element("div", { class: "padded" }, endingCertificates(), peopleTable()));
}

// The category of the score in which people earn points has the name for it.
function peopleTitle() {
  for (const area of overview.score.areas) {
    const metric = area.metrics.find((other) => other.options.some((option) => (option.people || []).length > 0));
    const category = metric && area.categories.find((other) => other.id === metric.category);
    if (category) return category.title;
  }
  return "Certificates";
}

function endingCertificates() {
  const ending = overview.score.endingCertificates || [];
  if (ending.length === 0) return null;
  return element("div", { class: "ending" },
    element("h3", {}, counted(ending.length, "certificate") + (ending.length === 1 ? " ends soon" : " end soon")),
    bullets(ending.map((certificate) => endingText(certificate))));
}

function endingText(certificate) {
  const costs = certificate.costs.filter((cost) => pointsNumber(cost.points) > 0).map((cost) => {
    const areas = overview.score.areas.filter((other) => other.id === cost.area);
    const area = areas.find((other) => other.counts) || areas[0];
    return (area ? scoreTitle(area) : cost.area) + " would lose " + cost.points.shown + " points";
  });
  const what = certificate.certificate + " of " + (certificate.personName || certificate.person) + " " +
    certificate.reason + " on " + certificate.day;
  return what + ": " + (costs.length > 0 ? costs.join("; ") : "no points would be lost") + ".";
}

function peopleTable() {
  const columns = [
    { title: "Individual name", isHeader: true, text: (row) => row.person },
    { title: "Certification name", text: (row) => row.certificate },
    { title: "Completion date", text: (row) => row.completed || "" },
    { title: "Expiry date", text: (row) => row.expires || "" },
    { title: "Counts", text: (row) => (row.counts ? "Yes" : "No") },
    { title: "Solution area", text: (row) => row.designations.join(", ") },
  ];
  return dataTable({
    caption: "Certificates of people", columns, rows: overview.people, noun: "certificate",
    file: csvName("certificates"),
    searchText: (row) => [row.person, row.certificate, ...row.designations].join("\n").toLowerCase(),
  });
}
