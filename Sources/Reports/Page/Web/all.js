// The view "All customers": a panel for each area, the gates narrowing, the distribution at each node.

const allView = {
  shell: null,

  build() {
    const areas = [["", "All"], ...overview.areas.map((area) => [area.id, areaTitle(area)])];
    this.area = choice("Solution area", areas, "", (area) => change({ area, metric: "" }));
    this.metric = choice("Metric", [["", "All"]], "", (metric) => change({ metric }));
    this.by = choice("Customer/Tenant", [["", "Customer"], ["tenant", "Tenant"]], "", (by) => change({ by }));
    this.panels = element("div", { class: "panels" });
    this.shell = element("div", { class: "view" },
      element("h1", {}, "All customers"),
      element("div", { class: "filters" }, this.area.field, this.metric.field, this.by.field,
        element("div", { class: "filter-buttons" },
          button("Expand all", { class: "quiet", onclick: () => this.fold("") }),
          button("Collapse all", {
            class: "quiet", onclick: () => this.fold(overview.areas.map((area) => area.id).join(",")),
          }))),
      this.panels);
    return this.shell;
  },

  fold(closed) {
    note({ closed });
    this.show(readRoute().values);
  },

  show(values) {
    const areas = overview.areas.filter((area) => !values.area || area.id === values.area);
    const chosen = [values.area, values.metric, values.by].join("|");
    const shown = [chosen, values.closed].join("|");
    this.area.select.value = areas.length === overview.areas.length ? "" : values.area;
    fillChoice(this.metric.select, [["", "All"], ...metricTitles(areas).map((title) => [title, title])], values.metric);
    this.by.select.value = values.by === "tenant" ? "tenant" : "";
    // Only a list was opened or closed: the panels stay, and with them the focus.
    if (this.shown !== shown) replaceChildren(this.panels, areas.map((area) => areaPanel(area, values)));
    this.shown = shown;
    const isNews = this.chosen !== undefined && this.chosen !== chosen;
    if (isNews) announce(counted(areas.length, "solution area") + " shown");
    this.chosen = chosen;
    showList(values);
  },
};

// The titles that the filter Metric offers: gates and metrics, each once, in their order.
function metricTitles(areas) {
  const titles = areas.flatMap((area) => area.nodes)
    .filter((node) => node.kind === "gate" || node.kind === "metric").map((node) => node.title);
  return [...new Set(titles)];
}

// With a metric chosen: its rows, and the gates that lead to it. With a gate chosen: this gate.
function shownNodes(area, metric) {
  const rows = area.nodes.slice(1);
  const chosen = rows.filter((node) => node.title === metric && (node.kind === "gate" || node.kind === "metric"));
  if (!metric) return rows;
  return rows.filter((node) => {
    if (chosen.includes(node) || chosen.includes(node.above)) return true;
    return node.kind === "gate" && chosen.some((metric) => metric.kind === "metric" && leadsTo(node, metric));
  });
}

function leadsTo(gate, metric) {
  return gate.branch === null || gate.branch === metric.branch;
}

function areaPanel(area, values) {
  const isOpen = !listOf(values.closed).includes(area.id);
  const byTenant = values.by === "tenant";
  const root = area.nodes[0];
  const title = "panel-" + area.id;
  const rows = shownNodes(area, values.metric);
  const pick = (node) => (state) => change({ list: node.key, state });
  const content = element("div", { class: "panel-content", id: title + "-content", hidden: !isOpen },
    rows.length > 0 ? areaTable(area, rows, byTenant, pick)
      : element("p", { class: "empty" }, "This area has no such metric."));
  const toggle = button(areaTitle(area), {
    class: "fold", id: title, "aria-expanded": String(isOpen), "aria-controls": title + "-content",
    onclick: () => {
      content.hidden = !content.hidden;
      toggle.setAttribute("aria-expanded", String(!content.hidden));
      note({ closed: withEntry(readRoute().values.closed, area.id, content.hidden) });
      allView.shown = "";
    },
  });
  return element("section", { class: "panel", "aria-labelledby": title },
    element("div", { class: "panel-head" }, element("h2", {}, toggle),
      element("div", { class: "panel-sum" }, distributionCell(root, byTenant, pick(root))),
      downloadButton(areaTitle(area), csvName(area.id, byTenant ? "tenants" : "customers"),
        () => distributionCSV(area, byTenant))),
    content);
}

function areaTable(area, rows, byTenant, pick) {
  const total = everyone(area.nodes[0], byTenant);
  const unit = byTenant ? "Tenants" : "Customers";
  const body = element("tbody", { role: "rowgroup" });
  let category = null;
  for (const node of rows) {
    if (node.category && node.category !== category) append(body, [categoryRow(node.category, 4)]);
    category = node.category;
    append(body, [element("tr", { role: "row", class: node.kind },
      element("th", { scope: "row", role: "rowheader", class: "title level-" + node.level }, node.title),
      element("td", { role: "cell", class: "criterion" }, node.criterion),
      element("td", { role: "cell", class: "number population", "data-label": unit },
        populationCell(population(node, byTenant), total)),
      element("td", { role: "cell", class: "distribution" }, distributionCell(node, byTenant, pick(node))))]);
  }
  const head = ["Metric", "Criteria", unit, "Customer distribution"].map((title) =>
    element("th", { scope: "col", role: "columnheader", class: title === unit ? "number" : null }, title));
  return element("table", { class: "tree all", role: "table", "aria-label": areaTitle(area) },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, head)), body);
}

function categoryRow(title, columns) {
  return element("tr", { role: "row", class: "category" },
    element("th", { role: "rowheader", scope: "rowgroup", colspan: columns }, title));
}

function distributionCSV(area, byTenant) {
  const used = Object.keys(states).filter((state) => area.nodes.some((node) => statesOf(node).includes(state)));
  const rows = area.nodes.map((node) => {
    const counts = Object.fromEntries(distribution(node, byTenant));
    const cells = used.map((state) => (statesOf(node).includes(state) ? counts[state] || 0 : ""));
    return [area.title, node.category, node.title, node.criterion, population(node, byTenant), ...cells];
  });
  const unit = byTenant ? "Tenants" : "Customers";
  return [["Solution area", "Category", "Metric", "Criteria", unit, ...used.map((state) => states[state].title)], rows];
}
