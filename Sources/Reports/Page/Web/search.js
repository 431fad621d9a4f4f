// The search for a customer: an input with a list of suggestions, used by arrows, Enter and Escape.

const suggestionLimit = 30;

// `onpick` is called with the customer that was chosen.
function customerSearch(onpick) {
  const input = element("input", {
    type: "search", id: "customer-search", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": "customer-options", autocomplete: "off", spellcheck: "false",
    placeholder: "Name, customer id or tenant id",
  });
  const list = element("ul", { id: "customer-options", role: "listbox", "aria-label": "Customers", hidden: true });
  const more = element("p", { class: "more-found", hidden: true });
  const box = element("div", { class: "suggestions", hidden: true }, list, more);
  const search = { input, list, more, box, options: [], active: -1, onpick };

  input.addEventListener("input", () => suggest(search));
  input.addEventListener("focus", () => input.value && suggest(search));
  input.addEventListener("keydown", (event) => searchKey(search, event));
  input.addEventListener("blur", () => fold(search));
  // A press inside must not take the focus from the input before the click arrives.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  search.field = element("div", { class: "field search" },
    element("label", { for: "customer-search" }, "Search for a customer"), input, box);
  return search;
}

function suggest(search) {
  const sought = search.input.value.trim().toLowerCase();
  if (sought === "") return fold(search);
  const found = matchingCustomers(sought);
  search.options = found.slice(0, suggestionLimit);
  search.active = -1;
  replaceChildren(search.list, search.options.map((customer, index) => suggestion(search, customer, index)));
  const rest = found.length - search.options.length;
  search.more.textContent =
    found.length === 0 ? "No customer found." : "And " + counted(rest, "other") + "; go on typing.";
  search.more.hidden = found.length > 0 && rest === 0;
  search.list.hidden = found.length === 0;
  search.box.hidden = false;
  search.input.setAttribute("aria-expanded", String(found.length > 0));
  search.input.removeAttribute("aria-activedescendant");
  announce(counted(found.length, "customer") + " found");
}

// Those whose name begins with what is sought come first.
function matchingCustomers(sought) {
  const found = customersByName().filter((customer) => searchTexts()[customer].includes(sought));
  const begins = (customer) => searchTexts()[customer].startsWith(sought);
  return [...found.filter(begins), ...found.filter((customer) => !begins(customer))];
}

function suggestion(search, customer, index) {
  return element("li", {
    id: "customer-option-" + index, role: "option", "aria-selected": "false",
    onclick: () => pick(search, index),
  }, element("span", {}, customers.name[customer]), element("span", { class: "id" }, customers.id[customer]));
}

function searchKey(search, event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    if (search.box.hidden) suggest(search);
    else activate(search, search.active + steps[event.key]);
  } else if (event.key === "Enter" && !search.box.hidden && search.options.length > 0) {
    event.preventDefault();
    pick(search, Math.max(search.active, 0));
  } else if (event.key === "Escape" && !search.box.hidden) {
    event.preventDefault();
    fold(search);
  }
}

function activate(search, index) {
  if (search.options.length === 0) return;
  const count = search.options.length;
  search.active = (index + count) % count;
  [...search.list.children].forEach((option, other) =>
    option.setAttribute("aria-selected", String(other === search.active)));
  const option = search.list.children[search.active];
  search.input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function pick(search, index) {
  const customer = search.options[index];
  fold(search);
  search.input.value = "";
  search.onpick(customer);
}

function fold(search) {
  search.box.hidden = true;
  search.input.setAttribute("aria-expanded", "false");
  search.input.removeAttribute("aria-activedescendant");
}
