"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const form = document.getElementById("filters");
const findings = all(".finding");
const numberOf = (finding) => finding.id.slice(1);
let current = -1;

function marksOf(finding) {
  return all(`mark[data-of~="${numberOf(finding)}"]`, finding.closest("article"));
}

function select(finding, scrollTo) {
  all(".on").forEach((element) => element.classList.remove("on"));
  const marks = marksOf(finding);
  [finding, ...marks].forEach((element) => element.classList.add("on"));
  current = findings.indexOf(finding);
  const target = scrollTo === "mark" && marks.length ? marks[0] : finding;
  target.scrollIntoView({ block: scrollTo === "mark" ? "center" : "nearest" });
  history.replaceState(null, "", `#${finding.id}`);
}

function wanted(finding, rule, looks, words) {
  if (rule && finding.dataset.rule !== rule) return false;
  if (!looks.has(finding.dataset.look)) return false;
  return !words || finding.closest("article").textContent.toLowerCase().includes(words);
}

function filter() {
  const rule = form.querySelector("select").value;
  const words = form.querySelector("[type=search]").value.trim().toLowerCase();
  const looks = new Set(all("[type=checkbox]:checked", form).map((box) => box.value));
  let left = 0;
  for (const article of all("article")) {
    let shown = 0;
    for (const finding of all(".finding", article)) {
      finding.hidden = !wanted(finding, rule, looks, words);
      shown += !finding.hidden;
    }
    const plain = article.classList.contains("problem");
    article.hidden = plain ? Boolean(rule) || !article.textContent.toLowerCase().includes(words) : !shown;
    left += !article.hidden;
  }
  document.getElementById("none").hidden = left > 0;
}

function step(by) {
  for (let at = current + by; at >= 0 && at < findings.length; at += by) {
    if (!findings[at].hidden) return select(findings[at], "mark");
  }
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
document.addEventListener("click", (event) => {
  const finding = event.target.closest(".finding");
  const mark = event.target.closest("mark");
  if (finding) select(finding, "mark");
  if (mark) select(document.getElementById(`f${mark.dataset.of.split(" ")[0]}`), "finding");
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select")) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
  if (event.key === "Enter" && event.target.matches(".finding")) select(event.target, "mark");
});
if (location.hash && document.querySelector(`.finding${location.hash.replace(/[^#\w]/g, "")}`)) {
  select(document.querySelector(location.hash), "mark");
}
