// Parts of the score: the months of the window, certificates that end, and whose certificates count.

function monthsPanel(area, designation) {
  const needed = neededPoints(area);
  const rows = designation.months.map((month) => element("tr", {},
    element("th", { scope: "row" }, month.month),
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
function skillingPanel() {
  if (overview.people.length === 0) return null;
  return element("section", { class: "panel", "aria-labelledby": "skilling-title" },
    element("div", { class: "panel-head" }, element("h2", { id: "skilling-title" }, "Skilling")),
    element("div", { class: "padded" }, endingCertificates(), peopleTable()));
}

function endingCertificates() {
  const ending = overview.score.endingCertificates || [];
  if (ending.length === 0) return null;
  return element("div", { class: "ending" },
    element("h3", {}, counted(ending.length, "certificate") + (ending.length === 1 ? " ends soon" : " end soon")),
    bullets(ending.map((certificate) => endingText(certificate))));
}

function endingText(certificate) {
  const costs = certificate.costs.map((cost) => {
    const area = overview.score.areas.find((other) => other.id === cost.area);
    return (area ? scoreTitle(area) : cost.area) + " would lose " + cost.points.shown + " points";
  });
  const what = certificate.certificate + " of " + (certificate.personName || certificate.person) + " " +
    certificate.reason + " on " + certificate.day;
  return what + (costs.length > 0 ? ": " + costs.join("; ") : "") + ".";
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
    caption: "Certificates of people", columns, rows: overview.people, noun: "certificate", file: csvName("certificates"),
    searchText: (row) => [row.person, row.certificate, ...row.designations].join("\n").toLowerCase(),
  });
}
