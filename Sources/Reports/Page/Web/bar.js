// The distribution of customers at a node: a stacked bar, and under it each part with its name and count.

// The bar is for the eye and the mouse; the buttons below say and do the same.
function distributionCell(node, byTenant, onpick) {
  const parts = distribution(node, byTenant);
  return [
    element("div", { class: "bar", "aria-hidden": "true" }, parts.filter(([, count]) => count > 0).map(
      ([state, count]) => barPart(state, count, onpick))),
    element("div", { class: "parts" }, parts.map(([state, count]) => partButton(node, state, count, onpick))),
  ];
}

function barPart(state, count, onpick) {
  const part = element("span", { class: "part " + state, onclick: () => onpick(state) });
  part.style.flexGrow = count;
  part.title = states[state].title + ": " + grouped(count);
  return part;
}

function partButton(node, state, count, onpick) {
  const label = [
    element("span", { class: "swatch " + state, "aria-hidden": "true" }),
    states[state].title + " ",
    element("b", {}, grouped(count)),
  ];
  if (count === 0) return element("span", { class: "part-count is-none" }, label);
  return button([...label, unseen(" of " + node.title)], {
    class: "part-count", "data-state": state, onclick: () => onpick(state),
  });
}

// How many are left at a node, as a number and as a part of all, so that one sees the gates narrow.
function populationCell(count, total) {
  const level = element("span", { class: "level", "aria-hidden": "true" });
  const filled = element("span");
  filled.style.width = total > 0 ? (100 * count) / total + "%" : "0";
  level.append(filled);
  return [element("b", {}, grouped(count)), level];
}
