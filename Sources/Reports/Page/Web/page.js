"use strict";
const overview = JSON.parse(document.getElementById("overview").textContent);
document.getElementById("view").textContent = `${overview.customers.total} customers, as of ${overview.asOf}`;
