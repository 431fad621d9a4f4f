// The dialog, of which there is one: at the side for lists of customers, in the middle for details of a node.
// What it shows stands in the address, so that closing it is a change of the address like any other.

const dialog = document.getElementById("dialog");
let closeDialog = null;
let openedFor = "";

// Opens the dialog, or leaves it open when it shows the same already. `close` says which values to clear.
function openDialog({ key, kind, title, subtitle, make, close }) {
  if (dialog.open && openedFor === key) return;
  openedFor = key;
  closeDialog = close;
  dialog.className = kind;
  const heading = element("h2", { id: "dialog-title", tabindex: "-1" }, title);
  replaceChildren(dialog,
    element("div", { class: "dialog-head" },
      element("div", {}, heading, subtitle && element("p", { class: "muted" }, subtitle)),
      button("Close", { class: "close quiet", onclick: () => dialog.close() })),
    element("div", { class: "dialog-body" }, make()));
  if (!dialog.open) dialog.showModal();
  heading.focus();
}

// Closes the dialog when the address no longer asks for it.
function shutDialog() {
  closeDialog = null;
  if (dialog.open) dialog.close();
}

// The browser gives the focus back to what opened the dialog, unless that was made anew since.
dialog.addEventListener("close", () => {
  openedFor = "";
  replaceChildren(dialog);
  if (closeDialog) change(closeDialog);
  closeDialog = null;
});

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
