// A table of data with what belongs to it: search, how many rows there are, download, a hundred rows at a time.

const pageSize = 100;

// `columns`: {title, text: row => string, cell: row => element (default: its text), isNumber, isHeader, isForButtons}.
// `searchText`: row => what a search looks into, in small letters; without it there is no search.
function dataTable({ caption, columns, rows, file, searchText, noun = "row", nouns, tools = [] }) {
  const state = { found: rows, shown: 0 };
  const { table, body } = emptyTable(caption, columns);
  const count = element("span", { class: "count-text" });
  const more = button("Show more", { class: "more", onclick: () => showMore() });

  function showMore() {
    const page = state.found.slice(state.shown, state.shown + pageSize);
    const first = body.rows.length;
    append(body, page.map((row) => tableRow(columns, row)));
    const isFocused = document.activeElement === more;
    state.shown += page.length;
    more.hidden = state.shown >= state.found.length;
    count.textContent = shownText(state, rows.length, noun, nouns);
    if (isFocused && body.rows[first]) focusRow(body.rows[first]);
  }

  function show(found) {
    state.found = found;
    state.shown = 0;
    body.replaceChildren();
    showMore();
  }

  const search = searchText && searchField(caption, rows, searchText, (found) => {
    show(found);
    announce(count.textContent);
  });
  const csv = file && downloadButton(caption, file, () => [
    columns.map((column) => column.title),
    state.found.map((row) => columns.map((column) => column.text(row))),
  ]);
  show(rows);
  return element("div", { class: "table-with-tools" },
    element("div", { class: "tools" }, search, count, tools, csv), scrollBox(caption + ", table", table), more);
}

function emptyTable(caption, columns) {
  const body = element("tbody");
  const header = element("tr", {}, columns.map((column) =>
    element("th", { scope: "col", class: columnClass(column) }, column.title)));
  const table = element("table", { class: "data" },
    element("caption", { class: "unseen" }, caption), element("thead", {}, header), body);
  return { table, body };
}

function shownText(state, total, noun, nouns) {
  const found = counted(state.found.length, noun, nouns);
  const of = state.found.length < total ? found + " of " + grouped(total) : found;
  return state.shown < state.found.length ? of + ", the first " + grouped(state.shown) + " shown" : of;
}

function tableRow(columns, row) {
  return element("tr", {}, columns.map((column) => {
    const content = column.cell ? column.cell(row) : column.text(row);
    if (column.isHeader) return element("th", { scope: "row" }, content);
    return element("td", { class: columnClass(column) }, content);
  }));
}

function columnClass(column) {
  return column.isNumber ? "number" : column.isForButtons ? "row-buttons" : null;
}

function focusRow(row) {
  const target = row.querySelector("a, button");
  if (target) target.focus();
}

function searchField(about, rows, searchText, onfound) {
  const words = once(() => rows.map(searchText));
  const input = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", () => {
    const sought = input.value.trim().toLowerCase();
    onfound(sought === "" ? rows : rows.filter((_, index) => words()[index].includes(sought)));
  });
  return element("label", { class: "field search" }, element("span", {}, "Search", unseen(" " + about)), input);
}

// Shows or hides a row of more about `row` right under it.
function toggleUnder(control, make) {
  const row = control.closest("tr");
  const isOpen = control.getAttribute("aria-expanded") === "true";
  for (const other of row.querySelectorAll("[aria-expanded=true]")) other.setAttribute("aria-expanded", "false");
  if (row.nextElementSibling && row.nextElementSibling.classList.contains("under")) row.nextElementSibling.remove();
  if (isOpen) return;
  control.setAttribute("aria-expanded", "true");
  row.after(element("tr", { class: "under" }, element("td", { colspan: row.cells.length }, make())));
}
