// What a node shows when its reason is asked for: why, what is missing, the source, the dates, the rule.

function explanation(customer, node, withRows) {
  const detail = detailOf(customer, node);
  const isOpen = !isMet(customerLetter(customer, node));
  return element("div", { class: "explanation" },
    element("p", { class: "reason" }, detail.reason || "No reason is known."),
    element("dl", {},
      isOpen && entry(passTitle(detail.toPass), detail.toPass.length > 0 && bullets(detail.toPass)),
      entry("Needed", node.required),
      entry("Source", node.citations.length > 0 && sources(node.citations)),
      entry("In force", node.inForce && periodText(node.inForce)),
      entry("Rule", node.rule && rulePlace(node.rule)),
      entry("Assumptions", detail.assumptions.length > 0 && bullets(detail.assumptions))),
    withRows && detail.rows.some((row) => row.now || row.then) && detailTable(customer, node, detail.rows));
}

// Of several changes each is enough alone.
function passTitle(ways) {
  return ways.length > 1 ? "To pass, one of" : "To pass";
}

function entry(title, content) {
  return content ? [element("dt", {}, title), element("dd", {}, content)] : null;
}

function bullets(sentences) {
  return element("ul", {}, sentences.map((sentence) => element("li", {}, sentence)));
}

// Each source once, with the passages that are quoted from it.
function sources(citations) {
  const bySource = new Map();
  for (const citation of citations) {
    const known = bySource.get(citation.source) || { ...citation, quotes: [] };
    if (citation.quote && !known.quotes.includes(citation.quote)) known.quotes.push(citation.quote);
    bySource.set(citation.source, known);
  }
  return element("ul", {}, [...bySource.values()].map((source) =>
    element("li", {}, sourceLink(source.title || source.source, source.address),
      source.quotes.map((quote) => [" ", element("q", {}, quote)]))));
}

// "2022-10 to 2023-05". A change that was first seen in a month may be older than that.
function periodText({ from, until, firstSeen }) {
  if (!from && !until) return "Always";
  const start = from + (firstSeen ? " (first seen)" : "");
  if (!until) return "Since " + start;
  return from ? start + " to " + until : "Until " + until;
}

// The file as short as it is still found; the whole path shows when one points at it.
function rulePlace({ file, line }) {
  return element("span", { title: file + ":" + line }, shortPath(file) + ":" + line);
}

function shortPath(path) {
  return path.split("/").slice(-2).join("/");
}

// "View details": the tenants and workloads of a node, with both months.
function showDetails(values) {
  const node = nodeWithKey(values.details || "");
  const customer = customers.id.indexOf(values.id);
  const rows = node && customer >= 0 ? detailOf(customer, node).rows : [];
  if (rows.length === 0) return shutDialog();
  openDialog({
    key: [values.id, node.key].join("|"),
    kind: "middle",
    title: node.title,
    subtitle: [customers.name[customer], areaTitle(node.area), node.criterion].filter(Boolean).join(" · "),
    make: () => [
      element("p", { class: "reason" }, detailOf(customer, node).reason),
      !rows.some((row) => row.now) && element("p", { class: "muted" }, "Months: " + node.now),
      detailTable(customer, node, rows),
    ],
    close: { details: "" },
  });
}

function detailTable(customer, node, rows) {
  const has = (part) => rows.some((row) => row[part] !== "");
  const columns = [
    has("tenant") && {
      title: "Tenant", isHeader: true,
      text: (row) => row.tenant,
      cell: (row) => element("span", { class: "id" }, row.tenant),
    },
    has("item") && { title: node.item || "Name", text: (row) => row.item },
    has("state") && { title: "State", text: (row) => capital(row.state) },
    has("now") && { title: node.now, text: (row) => row.now },
    has("then") && { title: node.then || "Before", text: (row) => row.then },
  ].filter(Boolean);
  return dataTable({
    caption: "Tenants and workloads of " + node.title, columns, rows,
    file: csvName(customers.id[customer], node.key, "details"),
    searchText: rows.length > 10 && ((row) => (row.tenant + "\n" + row.item + "\n" + row.state).toLowerCase()),
  });
}
