// Printing. On paper nothing can be opened: areas are unfolded, reasons and details stand under each node,
// and of an open dialog its content is printed alone, as browsers print no dialog that lies over the page.

function startPrinting() {
  window.addEventListener("beforeprint", preparePaper);
  window.addEventListener("afterprint", () => {
    for (const paper of document.querySelectorAll(".paper")) paper.remove();
    for (const details of document.querySelectorAll("details[data-paper]")) {
      details.open = false;
      delete details.dataset.paper;
    }
    allView.shown = "";
    customerView.shown = "";
    showRoute();
  });
}

function preparePaper() {
  if (dialog.open) {
    const copies = [...dialog.children].map((child) => child.cloneNode(true));
    document.body.append(element("div", { class: "paper" }, copies));
    return;
  }
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    details.dataset.paper = "";
  }
  const { view, values } = readRoute();
  if (view === "all") allView.show({ ...values, closed: "" });
  if (view === "customer") printCustomer(values);
  if (view === "score") {
    for (const control of document.querySelectorAll(".score button[aria-expanded=false]")) control.click();
  }
}

function printCustomer(values) {
  const customer = customers.id.indexOf(values.id);
  if (customer < 0) return;
  const unfolded = { ...values, closed: "", folded: "", open: "", reasons: "" };
  replaceChildren(customerView.content, customerTree(customer, unfolded));
  for (const row of customerView.content.querySelectorAll("tr[data-node]")) {
    const node = nodeWithKey(row.dataset.node);
    if (!repeatsItsChild(customer, node)) toggleReason(customer, node, row, true);
  }
}
