// The condition tree of one customer in one area: Status, Criteria, Current status, Details; folding.

function customerPanel(customer, area, values) {
  const shown = nodesWithStatus(customer, area, values.status);
  if (shown.length === 0) return null;
  const root = area.nodes[0];
  const title = "tree-" + area.id;
  const isOpen = !listOf(values.closed).includes(area.id);
  const content = element("div", { class: "panel-content", id: title + "-content", hidden: !isOpen },
    treeTable(customer, area, shown, values));
  const toggle = button(areaTitle(area), {
    class: "fold", id: title, "aria-expanded": String(isOpen), "aria-controls": title + "-content",
    onclick: () => {
      content.hidden = !content.hidden;
      toggle.setAttribute("aria-expanded", String(!content.hidden));
      remember("closed", area.id, content.hidden);
    },
  });
  return element("section", { class: "panel", "aria-labelledby": title },
    element("div", { class: "panel-head" }, element("h3", {}, toggle), statusPill(customerLetter(customer, root))),
    element("div", { class: "area-reason" }, reasonAndPass(areaDetail(customer, root))), content);
}

// What is said of a whole area: the sentence, and what is missing when it is not met.
function areaDetail(customer, root) {
  const detail = detailOf(customer, root);
  const toPass = isMet(customerLetter(customer, root)) ? [] : detail.toPass;
  return { reason: withoutTitle(detail.reason, root.title), toPass };
}

// Notes a change of the address that the view shows already.
function remember(name, key, isIn) {
  note({ [name]: withEntry(readRoute().values[name], key, isIn) });
  const { details, ...others } = readRoute().values;
  customerView.shown = JSON.stringify(others);
}

// "Azure: all gates are met" stands under the title Azure already.
function withoutTitle(reason, title) {
  if (!reason.startsWith(title + ": ")) return reason;
  return capital(reason.slice(title.length + 2));
}

function treeTable(customer, area, shown, values) {
  const body = element("tbody", { role: "rowgroup" });
  const folded = new Set(listOf(values.folded));
  let category = null;
  for (const node of area.nodes.slice(1)) {
    if (!shown.includes(node)) continue;
    if (node.category && node.category !== category) append(body, [categoryRow(node.category, 5)]);
    category = node.category;
    const row = treeRow(customer, node, shown.some((other) => other.above === node), folded);
    row.hidden = isFolded(node, folded);
    append(body, [row]);
    const isShown = values.reasons === "1" ? !repeatsItsChild(customer, node) : listOf(values.open).includes(node.key);
    if (isShown) toggleReason(customer, node, row);
  }
  const head = ["Condition", "Status", "Criteria", "Current status", "Details"].map((title) =>
    element("th", { scope: "col", role: "columnheader" }, title));
  return element("table", { class: "tree", role: "table", "aria-label": areaTitle(area) },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, head)), body);
}

function isFolded(node, folded) {
  for (let above = node.above; above; above = above.above) if (folded.has(above.key)) return true;
  return false;
}

function treeRow(customer, node, hasChildren, folded) {
  const detail = detailOf(customer, node);
  const row = element("tr", { role: "row", class: node.kind, "data-node": node.key });
  append(row, [
    element("th", { scope: "row", role: "rowheader", class: "title level-" + node.level },
      hasChildren ? foldButton(node, folded) : node.title),
    element("td", { role: "cell", class: "status-cell" }, statusPill(customerLetter(customer, node))),
    labelledCell("criterion", "Criteria", node.criterion),
    labelledCell("current", "Current status", detail.current),
    element("td", { role: "cell", class: "row-buttons" },
      button(["Reason", unseen(" for " + node.title)], {
        class: "quiet small reason-button", "aria-expanded": "false",
        onclick: () => remember("open", node.key, toggleReason(customer, node, row)),
      }),
      detail.rows.length > 0 && button(["View details", unseen(" of " + node.title)], {
        class: "quiet small", "aria-haspopup": "dialog", onclick: () => change({ details: node.key }),
      })),
  ]);
  return row;
}

// A cell that has its heading beside it on narrow screens, where there is no row of headings.
function labelledCell(name, label, text) {
  return element("td", { role: "cell", class: name, "data-label": text ? label : null }, text);
}

function foldButton(node, folded) {
  const isOpen = !folded.has(node.key);
  return button(node.title, {
    class: "fold", "aria-expanded": String(isOpen),
    onclick: (event) => {
      const control = event.currentTarget;
      const isHidden = control.getAttribute("aria-expanded") === "true";
      control.setAttribute("aria-expanded", String(!isHidden));
      remember("folded", node.key, isHidden);
      foldRows(control.closest("tbody"), node);
    },
  });
}

// Hides and shows what is under a node, and the reasons that stand open there.
function foldRows(body, node) {
  const folded = new Set(listOf(readRoute().values.folded));
  for (const below of node.area.nodes.filter((other) => other.above === node)) {
    const row = [...body.rows].find((other) => other.dataset.node === below.key);
    if (!row) continue;
    row.hidden = isFolded(below, folded);
    const next = row.nextElementSibling;
    if (next && next.classList.contains("under")) next.hidden = row.hidden;
  }
}

// A metric of one condition says what this says right under it.
function repeatsItsChild(customer, node) {
  const reason = detailOf(customer, node).reason;
  return node.area.nodes.some((other) => other.above === node && detailOf(customer, other).reason === reason);
}

// Shows or hides the reason under a row; says whether it is shown now.
function toggleReason(customer, node, row, withRows = false) {
  const control = row.querySelector(".reason-button");
  const next = row.nextElementSibling;
  const isOpen = Boolean(next && next.classList.contains("under"));
  control.setAttribute("aria-expanded", String(!isOpen));
  if (isOpen) next.remove();
  else {
    row.after(element("tr", { role: "row", class: "under", hidden: row.hidden },
      element("td", { role: "cell", colspan: 5 }, explanation(customer, node, withRows))));
  }
  return !isOpen;
}
