// Making elements. Everything that comes from files passes through here as text, never as markup.

// Makes an element: attributes by name, `on...` as listeners, children as elements or text.
// null and false leave an attribute or a child out.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child);
  }
}

function replaceChildren(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

function button(label, attributes = {}) {
  return element("button", { type: "button", ...attributes }, label);
}

// Text for those who hear the page instead of seeing it.
function unseen(text) {
  return element("span", { class: "unseen" }, text);
}

// A labelled choice; `options` are pairs of value and title.
function choice(label, options, value, onchange) {
  const select = element("select", { onchange: () => onchange(select.value) });
  fillChoice(select, options, value);
  return { select, field: element("label", { class: "field" }, element("span", {}, label), select) };
}

function fillChoice(select, options, value) {
  replaceChildren(select, options.map(([id, title]) => element("option", { value: id }, title)));
  select.value = options.some(([id]) => id === value) ? value : options[0][0];
}

// A box that scrolls by itself, so that the page never does so sideways.
function scrollBox(label, ...children) {
  return element("div", { class: "scroll", role: "region", "aria-label": label, tabindex: "0" }, ...children);
}

// A link to a source on the web; text alone when the address is none.
function sourceLink(title, address) {
  const target = /^https:\/\//.test(address || "") ? address : "https://" + address;
  if (!address || !/^https:\/\/[a-z0-9.-]+\.[a-z]+(\/|$)/i.test(target)) return title;
  return element("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, title);
}

// Says something to those who hear the page, such as how many results a search has.
function announce(text) {
  document.getElementById("announcement").textContent = text;
}

// "1 customer", "2,079 customers".
function counted(number, one, many = one + "s") {
  return grouped(number) + " " + (number === 1 ? one : many);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Text in which names stand between backticks.
function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}

// A whole number, or a decimal as text, with commas between thousands.
function grouped(number) {
  const [whole, fraction] = String(number).split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? commas : commas + "." + fraction;
}
