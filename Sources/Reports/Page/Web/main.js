// Where the page starts: it shows the view that the address names, and the light that is asked for.

const views = { all: allView, customer: customerView, score: scoreView, changes: changesView, data: factsView };
const built = {};
let openView = null;

function showRoute() {
  const { view, values } = readRoute();
  const main = document.getElementById("main");
  document.title = viewTitles[view] + " - Customer eligibility";
  if (view !== openView) {
    const isFirst = openView === null;
    if (dialog.open) shutDialog();
    openView = view;
    built[view] = built[view] || views[view].build();
    replaceChildren(main, built[view]);
    showTabs(view);
    if (!isFirst) {
      window.scrollTo(0, 0);
      main.focus({ preventScroll: true });
      announce(viewTitles[view]);
    }
  }
  views[view].show(values);
}

function showTabs(open) {
  replaceChildren(document.getElementById("views"), Object.entries(viewTitles).map(([view, title]) =>
    element("li", {}, element("a", { href: linkTo(view), "aria-current": view === open ? "page" : null }, title))));
}

// The choice of light is kept in the browser where it allows that, and never in the address.
function startAppearance() {
  const select = document.getElementById("appearance");
  const show = (value) => {
    if (value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  };
  const kept = kindly(() => localStorage.getItem("rulec.appearance"));
  if (kept === "light" || kept === "dark") select.value = kept;
  show(select.value);
  select.addEventListener("change", () => {
    show(select.value);
    kindly(() => localStorage.setItem("rulec.appearance", select.value));
  });
}

// Some browsers forbid a file from disk to keep anything.
function kindly(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});

window.addEventListener("hashchange", showRoute);
startAppearance();
startPrinting();
showFoot();
showRoute();
