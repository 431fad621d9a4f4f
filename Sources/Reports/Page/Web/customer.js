// The view "By customer": search, filters, and the condition tree of one customer in every area.

const customerView = {
  build() {
    const areas = [["", "All"], ...overview.areas.map((area) => [area.id, areaTitle(area)])];
    const statuses = [["", "All"], ["met", "Met"], ["not-met", "Not met"]];
    this.search = customerSearch((customer) => {
      change({ id: customers.id[customer], open: "", details: "" });
      document.getElementById("main").focus();
    });
    this.status = choice("Status", statuses, "", (status) => change({ status }));
    this.area = choice("Solution area", areas, "", (area) => change({ area }));
    this.content = element("div");
    return element("div", { class: "view" },
      element("h1", {}, "By customer"),
      element("div", { class: "filters" }, this.search.field, this.status.field, this.area.field,
        element("div", { class: "filter-buttons" }, button("Reset", { onclick: () => this.reset() }))),
      this.content);
  },

  reset() {
    this.search.input.value = "";
    location.hash = linkTo("customer");
    this.search.input.focus();
  },

  show(values) {
    const customer = customers.id.indexOf(values.id);
    const { details, ...others } = values;
    const shown = JSON.stringify(others);
    this.status.select.value = ["met", "not-met"].includes(values.status) ? values.status : "";
    this.area.select.value = areaWithId(values.area) ? values.area : "";
    // Only a dialog was opened or closed: what is under it stays, and with it the focus.
    if (shown !== this.shown) {
      replaceChildren(this.content, customer < 0 ? customerList(values) : customerTree(customer, values));
    }
    this.shown = shown;
    if (customer >= 0) document.title = customers.name[customer] + " - " + document.title;
    showDetails(values);
  },
};

// Without a customer: those that meet, or do not meet, the area that is chosen or any; to choose one.
function customerList({ id, status, area }) {
  const roots = overview.areas.filter((other) => !areaWithId(area) || other.id === area).map((other) => other.nodes[0]);
  const met = (customer) => roots.filter((root) => isMet(customerLetter(customer, root)));
  const metAreas = (customer) => met(customer).map((root) => root.title).join(", ");
  const rows = customersByName().filter((customer) =>
    status === "met" || status === "not-met" ? (met(customer).length > 0) === (status === "met") : true);
  return element("div", { class: "panel padded" },
    id && element("p", { class: "hint" }, "No customer with the id " + id + " is in this file. ",
      overview.customers.embedded < overview.customers.total && limitHint()),
    dataTable({
      caption: "Customers", rows, noun: "customer", file: csvName("customers", area || "", status || ""),
      columns: [
        {
          title: "Customer", isHeader: true,
          text: (customer) => customers.name[customer],
          cell: (customer) => customerLink(customer),
        },
        { title: "Customer id", text: (customer) => customers.id[customer] },
        { title: "Tenants", isNumber: true, text: (customer) => grouped(customers.tenants[customer]) },
        { title: "Areas that are met", text: metAreas },
      ],
    }));
}

function customerTree(customer, values) {
  const areas = overview.areas.filter((area) => !values.area || area.id === values.area);
  const panels = areas.map((area) => customerPanel(customer, area, values)).filter(Boolean);
  const met = areas.filter((area) => isMet(customerLetter(customer, area.nodes[0])));
  const isShowing = values.reasons === "1";
  return [
    element("div", { class: "customer-head" },
      element("div", {}, element("h2", {}, customers.name[customer]),
        element("p", { class: "muted" }, [
          customers.id[customer],
          counted(customers.tenants[customer], "tenant"),
          met.length + " of " + counted(areas.length, "solution area") + " met",
        ].join(" · "))),
      element("div", { class: "filter-buttons" },
        button("Expand all", { class: "quiet", onclick: () => refold("") }),
        button("Collapse all", { class: "quiet", onclick: () => refold(areas.map((area) => area.id).join(",")) }),
        button(isShowing ? "Hide reasons" : "Show reasons", {
          class: "quiet", id: "reasons", onclick: () => {
            note({ reasons: isShowing ? "" : "1", open: "" });
            customerView.show(readRoute().values);
            document.getElementById("reasons").focus();
          },
        }),
        downloadButton(customers.name[customer], csvName(customers.id[customer]), () => customerCSV(customer, areas)))),
    panels.length > 0 ? element("div", { class: "panels" }, panels)
      : element("p", { class: "empty" }, "Nothing has this status here."),
  ];
}

function refold(closed) {
  note({ closed });
  customerView.show(readRoute().values);
}

// The nodes with the status that is asked for, and those above them. null shows all.
function nodesWithStatus(customer, area, status) {
  if (!status) return area.nodes;
  const chosen = new Set();
  for (const node of area.nodes) {
    if (isMet(customerLetter(customer, node)) !== (status === "met")) continue;
    for (let shown = node; shown; shown = shown.above) chosen.add(shown);
  }
  return area.nodes.filter((node) => chosen.has(node));
}

function customerCSV(customer, areas) {
  const rows = areas.flatMap((area) => area.nodes).map((node) => {
    const letter = customerLetter(customer, node);
    const detail = detailOf(customer, node);
    return [customers.id[customer], customers.name[customer], node.area.title, node.category, node.title,
      statusWord(letter), statusNote(letter), node.criterion, detail.current, detail.reason, detail.toPass.join(", or ")];
  });
  return [["Customer id", "Customer", "Solution area", "Category", "Metric", "Status", "Change", "Criteria",
    "Current status", "Reason", "To pass"], rows];
}
