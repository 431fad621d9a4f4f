// The view "Data": which files were read, which months they cover, what became of each row, what was found.

const factsView = {
  build() {
    const data = overview.data;
    return element("div", { class: "view" },
      element("h1", {}, "Data"),
      dataSection("Files", fileTable(data.files)),
      dataSection("Tables", coverTable(data.tables)),
      dataSection("Findings", data.findings.length > 0 ? findingTable(data.findings)
        : element("p", { class: "empty" }, "Nothing was found that needs attention.")));
  },

  show() {},
};

function dataSection(title, content) {
  const id = "data-" + title.toLowerCase();
  return element("section", { class: "panel", "aria-labelledby": id },
    element("div", { class: "panel-head" }, element("h2", { id }, title)),
    element("div", { class: "padded" }, content));
}

function tableTitle(id) {
  const table = overview.data.tables.find((other) => other.id === id);
  return table ? table.title : id || "None";
}

function fileTable(files) {
  const number = (title, part) => ({ title, isNumber: true, text: (file) => grouped(file[part]) });
  return dataTable({
    caption: "Files", rows: files, noun: "file", file: csvName("files"),
    columns: [
      { title: "File", isHeader: true, text: (file) => file.file, cell: (file) => shortPath(file.file) },
      { title: "Table", text: (file) => tableTitle(file.table) },
      number("Rows read", "read"), number("Used", "used"), number("Dropped by rule", "dropped"),
      number("Duplicate", "duplicate"), number("Not needed", "notNeeded"), number("Unknown name", "unknown"),
      number("Rejected", "rejected"),
    ],
  });
}

function coverTable(tables) {
  return dataTable({
    caption: "Tables", rows: tables, noun: "table", file: csvName("tables"),
    columns: [
      { title: "Table", isHeader: true, text: (table) => table.title },
      { title: "Rows used", isNumber: true, text: (table) => (table.isPresent ? grouped(table.rows) : "") },
      { title: "Months covered", text: (table) => (table.isPresent ? months(table.months) : "No file") },
    ],
  });
}

function findingTable(findings) {
  const place = (finding) => [finding.file && shortPath(finding.file), finding.line].filter(Boolean).join(":");
  return dataTable({
    caption: "Findings", rows: findings, noun: "finding", file: csvName("findings"),
    searchText: (finding) => [finding.code, finding.message, finding.file, finding.text].join("\n").toLowerCase(),
    columns: [
      { title: "Severity", text: (finding) => capital(finding.severity) },
      {
        title: "Finding", isHeader: true,
        text: (finding) => finding.message + (finding.help ? " (" + finding.help + ")" : ""),
        cell: (finding) => [
          withCode(finding.message),
          finding.help && element("p", { class: "note" }, withCode(finding.help)),
          finding.more > 0 && element("p", { class: "note" }, "And " + grouped(finding.more) + " more of this kind."),
        ],
      },
      { title: "Place", text: place },
      { title: "Column", text: (finding) => finding.column || "" },
      { title: "Code", text: (finding) => finding.code },
    ],
  });
}
