"use strict";
// What the page carries: the four blocks that the program wrote, and how to look things up in them.
// The overview and the customers are parsed at once, texts and details when they are first needed.

const overview = JSON.parse(blockText("overview"));
const customers = JSON.parse(blockText("customers"));

// Every node of every area in one list: its index is its place in the letters of a customer.
const nodes = [];
for (const area of overview.areas) {
  area.first = nodes.length;
  for (const node of area.nodes) {
    node.number = nodes.length;
    node.area = area;
    node.key = node.path ? area.id + "/" + node.path : area.id;
    node.above = node.parent === null ? null : area.nodes[node.parent];
    node.level = node.above ? node.above.level + 1 : 0;
    nodes.push(node);
  }
}

function blockText(id) {
  return document.getElementById(id).textContent;
}

// The node that a link names, as "area/path", or null.
function nodeWithKey(key) {
  return nodes.find((node) => node.key === key) || null;
}

// The title of a track, which is the end of the titles of its areas; "" for none.
function trackTitle(track) {
  const area = track && overview.areas.find((other) => other.track === track);
  return area ? area.title.split(" - ").pop() : track || "";
}

function areaWithId(id) {
  return overview.areas.find((area) => area.id === id) || null;
}

// The title of an area as the official report writes it, with its designations when it has several.
function areaTitle(area) {
  // "Data & AI (Azure)" needs no repetition of the area that it stands behind.
  const titles = area.designations.map((title) =>
    title.replace(/ \(([^()]*)\)$/, (end, of) => (area.title.startsWith(of) ? "" : end)));
  return titles.length > 1 ? area.title + " (" + titles.join(", ") + ")" : area.title;
}

function customerLetter(customer, node) {
  return customers.letters[customer * nodes.length + node.number];
}

function tenantLetter(tenant, node) {
  return customers.tenant.letters[tenant * nodes.length + node.number];
}

// Makes a function that computes its answer once, when it is first asked.
function once(compute) {
  let answer;
  return () => (answer === undefined ? (answer = compute()) : answer);
}

const texts = once(() => JSON.parse(blockText("texts")));
const detailText = once(() => blockText("details").trim());

// Where the line of each customer begins in the details.
const detailStarts = once(() => {
  const all = detailText();
  const starts = [0];
  for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", at + 1)) starts.push(at + 1);
  starts.push(all.length + 1);
  return starts;
});

let lastDetails = { customer: -1, line: null };

// The parsed line of one customer: its tenants, and the parts of each node.
function detailLine(customer) {
  if (lastDetails.customer !== customer) {
    const starts = detailStarts();
    const line = JSON.parse(detailText().slice(starts[customer], starts[customer + 1] - 1));
    lastDetails = { customer, line };
  }
  return lastDetails.line;
}

function textAt(index) {
  return index === undefined || index < 0 ? "" : texts()[index];
}

// What is said of one customer at one node, as texts; "" and [] where nothing is.
function detailOf(customer, node) {
  const [tenants, parts] = detailLine(customer);
  const [current = -1, reason = -1, toPass = [], rows = [], assumptions = []] = parts[node.number] || [];
  return {
    current: textAt(current),
    reason: textAt(reason),
    toPass: toPass.map(textAt),
    rows: rows.map(([tenant, item, state, now, then]) => ({
      tenant: tenant < 0 ? "" : tenants[tenant],
      item: textAt(item),
      state: textAt(state),
      now: textAt(now),
      then: textAt(then),
    })),
    assumptions: assumptions.map(textAt),
  };
}

// The tenants of each customer, as indices of the list of tenants.
const tenantsOfCustomers = once(() => {
  const lists = customers.id.map(() => []);
  customers.tenant.customer.forEach((customer, tenant) => lists[customer].push(tenant));
  return lists;
});

// The customers by name, and by id where names are the same.
const customersByName = once(() => {
  const collator = new Intl.Collator("en", { sensitivity: "base" });
  return customers.id
    .map((_, customer) => customer)
    .sort((a, b) => collator.compare(customers.name[a], customers.name[b]) || a - b);
});

// What a search looks into: the name, the id and the tenant ids of each customer, in small letters.
const searchTexts = once(() => {
  const found = customers.id.map((id, customer) => [customers.name[customer], id]);
  customers.tenant.customer.forEach((customer, tenant) => found[customer].push(customers.tenant.id[tenant]));
  return found.map((parts) => parts.join("\n").toLowerCase());
});
