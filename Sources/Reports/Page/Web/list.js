// The side panel of "All customers": who is in a part of a bar, with values, reasons and tenants.

function showList(values) {
  const node = nodeWithKey(values.list || "");
  if (!node || !statesOf(node).includes(values.state)) return shutDialog();
  const byTenant = values.by === "tenant";
  const found = byTenant ? tenantsInState(node, values.state) : customersInState(node, values.state);
  openDialog({
    key: [node.key, values.state, values.by].join("|"),
    kind: "side",
    title: node.title + ": " + states[values.state].title,
    subtitle: areaTitle(node.area) + (node.criterion ? " · " + node.criterion : ""),
    make: () => [
      missingNote(node, values.state, byTenant, found.length),
      byTenant ? tenantTable(node, values.state, found) : customerTable(node, values.state, found),
    ],
    close: { list: "", state: "" },
  });
}

// The counts are of all customers, the lists only of those that the file holds.
function missingNote(node, state, byTenant, listed) {
  const counts = byTenant ? node.tenantCounts : node.counts;
  const all = countOf(counts, lettersOf(node, state));
  if (all <= listed) return null;
  const held = "This file holds " + grouped(listed) + " of " + grouped(all) + ". ";
  return element("p", { class: "hint" }, held, limitHint());
}

function limitHint() {
  return "Its maker can include more customers with --customers.";
}

function customerLink(customer, values = {}) {
  const href = linkTo("customer", { id: customers.id[customer], ...values });
  return element("a", { href }, customers.name[customer]);
}

function customerTable(node, state, found) {
  const columns = [
    {
      title: "Customer", isHeader: true,
      text: (customer) => customers.name[customer],
      cell: (customer) => [
        customerLink(customer, { area: node.area.id }),
        element("span", { class: "id" }, customers.id[customer]),
      ],
    },
    { title: "Current status", text: (customer) => currentText(customer, node) || "No value" },
    {
      title: "Details", isForButtons: true, text: () => "",
      cell: (customer) => [reasonButton(customer, node), tenantsButton(customer, node)],
    },
  ];
  const csv = downloadButton(node.title, csvName(node.key, states[state].title), () => [
    ["Customer id", "Customer", "Tenants", "Current status", "Reason"],
    found.map((customer) => {
      const known = [customers.id[customer], customers.name[customer], customers.tenants[customer]];
      return [...known, currentText(customer, node), detailOf(customer, node).reason];
    }),
  ]);
  return dataTable({
    caption: "Customers", columns, rows: found, noun: "customer", tools: [csv],
    searchText: (customer) => searchTexts()[customer],
  });
}

// The value of a node; of a metric those of its leaves, which alone have values.
function currentText(customer, node) {
  if (node.kind !== "metric") return detailOf(customer, node).current;
  const leaves = node.area.nodes.filter((leaf) => leaf.above === node);
  if (leaves.length === 1) return detailOf(customer, leaves[0]).current;
  return leaves.map((leaf) => [leaf.title, detailOf(customer, leaf).current])
    .filter(([, current]) => current).map(([title, current]) => title + ": " + current).join("; ");
}

function reasonButton(customer, node) {
  const control = button(["Reason", unseen(" for " + customers.name[customer])], {
    class: "quiet small", "aria-expanded": "false",
    onclick: () => toggleUnder(control, () => reasonAndPass(detailOf(customer, node))),
  });
  return control;
}

function reasonAndPass(detail) {
  return [
    element("p", { class: "reason" }, detail.reason || "No reason is known."),
    detail.toPass.length > 0 && [
      element("p", { class: "label" }, passTitle(detail.toPass)),
      element("ul", {}, detail.toPass.map((way) => element("li", {}, way))),
    ],
  ];
}

function tenantsButton(customer, node) {
  const control = button(["View tenants", unseen(" of " + customers.name[customer])], {
    class: "quiet small", "aria-expanded": "false",
    onclick: () => toggleUnder(control, () => tenantList(customer, node)),
  });
  return control;
}

// Each tenant, how it is judged alone, and what is known of it at this node.
function tenantList(customer, node) {
  const rows = detailOf(customer, node).rows;
  return element("ul", { class: "tenants" }, tenantsOfCustomers()[customer].map((tenant) => {
    const id = customers.tenant.id[tenant];
    const own = rows.filter((row) => row.tenant === id);
    return element("li", {},
      element("span", { class: "id" }, id), " ", element("span", { class: "note" }, tenantWord(tenant, node)),
      own.length > 0 && element("ul", {}, own.map((row) => element("li", {}, rowText(row, node)))));
  }));
}

function tenantWord(tenant, node) {
  const letter = tenantLetter(tenant, node);
  if (letter === "u") return states.unknown.title;
  const gateWord = isMet(letter) ? states.qualified.title : states.unqualified.title;
  return statusNote(letter) || (node.kind === "gate" ? gateWord : statusWord(letter));
}

// "Storage, gained; 2025-10: 1,310.00 USD; 2024-10: nothing"
function rowText(row, node) {
  const about = [row.item, row.state].filter(Boolean).join(", ");
  const values = [row.now && node.now + ": " + row.now, row.then && node.then && node.then + ": " + row.then];
  return [about, ...values].filter(Boolean).join("; ");
}

function tenantTable(node, state, found) {
  const customerOf = (tenant) => customers.tenant.customer[tenant];
  const rowsOf = (tenant) => detailOf(customerOf(tenant), node).rows
    .filter((row) => row.tenant === customers.tenant.id[tenant]).map((row) => rowText(row, node));
  const columns = [
    {
      title: "Tenant", isHeader: true, text: (tenant) => customers.tenant.id[tenant],
      cell: (tenant) => element("span", { class: "id" }, customers.tenant.id[tenant]),
    },
    {
      title: "Customer", text: (tenant) => customers.name[customerOf(tenant)],
      cell: (tenant) => customerLink(customerOf(tenant), { area: node.area.id }),
    },
  ];
  if (node.hasDetails) columns.push({ title: "Values", text: (tenant) => rowsOf(tenant).join(" | "), cell: (tenant) =>
    rowsOf(tenant).map((row) => element("div", {}, row)) });
  return dataTable({
    caption: "Tenants", columns, rows: found, noun: "tenant",
    file: csvName(node.key, states[state].title, "tenants"),
    searchText: (tenant) => customers.tenant.id[tenant].toLowerCase() + "\n" + searchTexts()[customerOf(tenant)],
  });
}
