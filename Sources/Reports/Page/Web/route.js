// The state of the page in the fragment of its address: "#customer?id=4100001&status=not-met".
// Going back and forward, and sharing a link, then need nothing else.

const viewTitles = {
  all: "All customers",
  customer: "By customer",
  score: "Score",
  changes: "What changed",
  data: "Data",
};

function readRoute() {
  const [view, query = ""] = location.hash.slice(1).split("?", 2);
  return { view: view in viewTitles ? view : "all", values: Object.fromEntries(new URLSearchParams(query)) };
}

// The address of a view. Empty values are left out, so that the same state has one address.
function linkTo(view, values = {}) {
  const kept = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const query = new URLSearchParams(kept).toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
  return "#" + view + (query ? "?" + query : "");
}

// Changes values of the open view; a step that the browser can go back.
function change(values) {
  const route = readRoute();
  location.hash = linkTo(route.view, { ...route.values, ...values });
}

// The same without a step, for what is typed or folded; the view has shown it already.
function note(values) {
  const route = readRoute();
  history.replaceState(null, "", linkTo(route.view, { ...route.values, ...values }));
}

function listOf(value) {
  return value ? value.split(",") : [];
}

// The value with an entry added or taken out.
function withEntry(value, entry, isIn) {
  const others = listOf(value).filter((other) => other !== entry);
  return (isIn ? [...others, entry] : others).join(",");
}
