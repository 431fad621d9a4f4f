// What the letters mean: the states of nodes, in the words of the official report.

// Letters in small: what a node says of a customer that passed the gates before it.
// A capital letter: an earlier gate is not met, so that the customer is not part of the population.
const states = {
  qualified: { title: "Qualified", letters: "mgdn" },
  unqualified: { title: "Unqualified", letters: "fpqr" },
  growth: { title: "With growth", letters: "gp" },
  decline: { title: "In decline", letters: "dq" },
  same: { title: "No change", letters: "nr" },
  compared: { title: "Met, nothing to compare with", letters: "m" },
  uncompared: { title: "Not met, nothing to compare with", letters: "f" },
  met: { title: "Met", letters: "mgdn" },
  unmet: { title: "Not met", letters: "fpqr" },
  unknown: { title: "No data", letters: "u" },
};

// The states that a node tells apart. The last ones are shown only where there are any.
function statesOf(node) {
  if (node.kind === "gate") return ["qualified", "unqualified", "unknown"];
  if (node.isYearOnYear) return ["growth", "decline", "same", "compared", "uncompared", "unknown"];
  return ["met", "unmet", "unknown"];
}

// The letters of a state of a node. An area is about all customers: who stands at a closed gate does not meet it.
function lettersOf(node, state) {
  const letters = states[state].letters;
  return node.kind === "area" ? letters + letters.toUpperCase() : letters;
}

const rareStates = new Set(["compared", "uncompared", "unknown"]);

// How many customers or tenants are in each state of a node: pairs of state and count.
function distribution(node, byTenant) {
  const counts = byTenant ? node.tenantCounts : node.counts;
  return statesOf(node)
    .map((state) => [state, countOf(counts, lettersOf(node, state))])
    .filter(([state, count]) => count > 0 || !rareStates.has(state));
}

function countOf(counts, letters) {
  let sum = 0;
  for (const letter of letters) sum += counts[letter] || 0;
  return sum;
}

// How many are judged by a node: those that passed the gates before it; by an area all.
function population(node, byTenant) {
  if (node.kind === "area") return everyone(node, byTenant);
  return countOf(byTenant ? node.tenantCounts : node.counts, "mgdnfpqru");
}

// All customers, or all tenants, whatever a node says of them.
function everyone(node, byTenant) {
  return Object.values(byTenant ? node.tenantCounts : node.counts).reduce((sum, count) => sum + count, 0);
}

function isBehindGate(letter) {
  return letter !== letter.toLowerCase();
}

// The status word of the official report.
function statusWord(letter) {
  if (letter === "u") return "Not met (no data)";
  return "mgdn".includes(letter) ? "Met" : "Not met";
}

function isMet(letter) {
  return "mgdn".includes(letter);
}

// What the status word does not say: how it changed, or that a gate is closed.
function statusNote(letter) {
  if (isBehindGate(letter)) return "A gate is not met";
  if ("gp".includes(letter)) return "With growth";
  if ("dq".includes(letter)) return "In decline";
  if ("nr".includes(letter)) return "No change";
  return "";
}

function statusClass(letter) {
  return letter === "u" ? "no-data" : isMet(letter) ? "is-met" : isBehindGate(letter) ? "is-behind" : "is-unmet";
}

function statusPill(letter) {
  const note = statusNote(letter);
  return element("span", { class: "status" },
    element("span", { class: "pill " + statusClass(letter) }, statusWord(letter)),
    note && element("span", { class: "note" }, note));
}

// The customers that are in a state of a node, by name.
function customersInState(node, state) {
  const letters = lettersOf(node, state);
  return customersByName().filter((customer) => letters.includes(customerLetter(customer, node)));
}

function tenantsInState(node, state) {
  const letters = lettersOf(node, state);
  const found = [];
  for (const customer of customersByName()) {
    for (const tenant of tenantsOfCustomers()[customer]) {
      if (letters.includes(tenantLetter(tenant, node))) found.push(tenant);
    }
  }
  return found;
}
