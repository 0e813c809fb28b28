// The review page (formats/html_page.h) with script: filters, keys, and the words that belong
// together.  Reads only the attributes and forms of the page.
(function () {
  "use strict";
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const texts = document.getElementById("texts");
  const filters = document.getElementById("filters");
  const steps = document.getElementById("steps");
  const help = document.getElementById("help");

  // ---- what each finding's number stands at
  const numbers = (element) => element.dataset.finding.split(" ");
  const places = new Map();
  const marks = all("mark[data-finding], a[data-finding]");
  for (const element of all("[data-finding]")) {
    for (const number of numbers(element)) {
      if (!places.has(number)) places.set(number, []);
      places.get(number).push(element);
    }
  }
  let hot = [];
  function highlight(element) {
    for (const place of hot) place.classList.remove("hot");
    hot = element ? numbers(element).flatMap((number) => places.get(number)) : [];
    for (const place of hot) place.classList.add("hot");
  }
  const marked = (target) => (target.closest ? target.closest("[data-finding]") : null);
  let at = null;  // the finding that the keys have come to
  document.addEventListener("mouseover", (event) => highlight(marked(event.target) || at));
  document.addEventListener("focusin", (event) => highlight(marked(event.target) || at));

  // ---- filters
  const findings = all("li[data-finding]");
  const rows = all("#texts > tbody").map((body) => ({
    body: body,
    paths: all("th[data-path]", body).map((head) => head.dataset.path),
    ids: all("th[id]", body).map((head) => head.id),
    findings: all("li[data-finding]", body),
  }));
  const matrix = new Map(all(".matrix tr[data-row]").map((row) => [row.dataset.row, row]));
  const columns = document.createElement("style");
  document.head.append(columns);
  const total = Number(getComputedStyle(texts).getPropertyValue("--n"));

  const chosen = (name) =>
    new Set(all("input[name=" + name + "]:checked", filters).map((box) => box.value));
  const isUnder = (path, wanted) =>
    wanted === "" || path === wanted || path.startsWith(wanted + ".");

  function apply() {
    const severities = chosen("severity");
    const languages = chosen("column");
    const check = filters.elements.check.value;
    const wanted = filters.elements.path.value.trim().replace(/\.$/, "");
    const only = filters.elements.only.checked || check !== "";
    const shown = new Set();
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = severities.has(data.severity) && languages.has(data.column) &&
        (check === "" || check === data.check);
      finding.hidden = !fits;
      if (fits) shown.add(data.finding);
    }
    for (const mark of marks) {
      mark.classList.toggle("off", !numbers(mark).some((number) => shown.has(number)));
    }
    let clauses = 0;
    for (const row of rows) {
      const found = row.findings.some((finding) => !finding.hidden);
      const fits = row.paths.some((path) => isUnder(path, wanted)) && (found || !only);
      row.body.hidden = !fits;
      if (fits) clauses += row.paths.length;
      for (const id of row.ids) matrix.get(id).hidden = !fits;
    }
    hideColumns(languages);
    if (at !== null && !reachable().includes(at)) {
      at = null;
      highlight(null);
    }
    const visible = reachable().length;
    filters.querySelector("output").textContent = visible + (visible === 1 ? " finding, " :
      " findings, ") + clauses + (clauses === 1 ? " clause" : " clauses");
    showPlace();
  }

  function hideColumns(languages) {
    const hidden = all("input[name=column]", filters).map((box) => box.value)
      .filter((value) => !languages.has(value));
    columns.textContent = hidden.map((value) => ".c" + value + "{display:none!important}").join("");
    texts.style.setProperty("--n", total - hidden.length);
  }

  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("reset", () => setTimeout(apply));
  filters.addEventListener("submit", (event) => event.preventDefault());

  // ---- from finding to finding
  const reachable = () =>
    findings.filter((finding) => !finding.hidden && !finding.closest("tbody[hidden]"));

  function showPlace() {
    const list = reachable();
    const place = list.indexOf(at) + 1;
    steps.querySelector("output").textContent = (place || "–") + " / " + list.length;
  }

  function go(step) {
    const list = reachable();
    if (list.length === 0) return;
    const place = list.indexOf(at);
    const next = place === -1 ? (step === 1 ? 0 : list.length - 1) :
      (place + step + list.length) % list.length;
    visit(list[next]);
  }

  function visit(finding) {
    at = finding;
    const row = finding.closest("tbody");
    if (row) row.scrollIntoView({ block: "center" });
    const fits = row && innerHeight * 0.8 > row.offsetHeight;
    if (!fits) finding.scrollIntoView({ block: "center" });
    finding.focus({ preventScroll: true });
    highlight(finding);
    showPlace();
  }

  steps.hidden = false;
  steps.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.step) go(Number(button.dataset.step));
    else help.showModal();
  });
  document.addEventListener("click", (event) => {
    const badge = event.target.closest("a.badge");
    if (!badge) return;
    event.preventDefault();
    history.replaceState(null, "", badge.getAttribute("href"));
    visit(document.getElementById(badge.getAttribute("href").slice(1)));
  });

  const keys = {
    n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1),
    "?": () => help.showModal(),
    "/": () => { filters.scrollIntoView({ block: "center" }); filters.elements.path.focus(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    const field = document.activeElement;
    const typing = field.matches("input:not([type=checkbox]), select");
    if (event.key === "Escape" && typing) field.blur();
    if (typing || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  apply();
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked && asked.matches("li[data-finding]")) visit(asked);
})();
