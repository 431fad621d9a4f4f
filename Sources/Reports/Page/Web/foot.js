// The foot of the page: the month, the readings in force, how many customers the file holds, the version.

function showFoot() {
  const { total, embedded } = overview.customers;
  document.getElementById("as-of").textContent = "as of " + overview.asOf;
  replaceChildren(document.getElementById("foot"),
    element("p", {}, "As of " + overview.asOf + ". ", embedded < total
      ? [element("b", {}, "This file holds " + grouped(embedded) + " of " + counted(total, "customer") + ". "),
        "All counts are of all customers; lists and the search have those of the file. ", limitHint()]
      : "This file holds all " + counted(total, "customer") + "."),
    overview.readings.length > 0 && element("details", {},
      element("summary", {}, "Readings in force"),
      element("ul", {}, overview.readings.map((reading) => element("li", {}, reading.title + ": " + reading.meaning +
        " (" + reading.choice + " " + reading.option + (reading.isDefault ? ", the default" : "") + ")")))),
    element("p", {}, "Made by rulec " + overview.version + "."));
}
