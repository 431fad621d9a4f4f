// Tables as files: RFC 4180, in UTF-8 with a mark at the start, by which spreadsheets know it.

// A cell as text that a spreadsheet shows and never runs: what begins like a formula gets an apostrophe in
// front of it. Plain negative numbers stay as they are.
function harmless(text) {
  return /^[=+\-@\t\r\n]/.test(text) && !/^-\d[\d.,]*$/.test(text) ? "'" + text : text;
}

function csvCell(value) {
  const text = harmless(value === null || value === undefined ? "" : String(value));
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function csvText(header, rows) {
  return [header, ...rows].map((row) => row.map(csvCell).join(",") + "\r\n").join("");
}

// "customer-eligibility-azure-2025-10.csv"
function csvName(...parts) {
  const words = ["customer-eligibility", ...parts, overview.asOf].join("-").toLowerCase();
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + ".csv";
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce("Downloaded " + name);
}

// `make` gives header and rows when the button is pressed.
function downloadButton(about, name, make) {
  return button(["Download CSV", unseen(": " + about)], {
    class: "quiet download",
    onclick: () => download(name, csvText(...make())),
  });
}
