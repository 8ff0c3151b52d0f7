"use strict";
// Without this script the page is the full list in the language it was written in; with it one can
// filter, fold and change the language. The state is kept in the address: #lang=zh&status=fail&q=ssh
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const asked = new URLSearchParams(location.search);
  new URLSearchParams(location.hash.slice(1)).forEach((value, key) => asked.set(key, value));
  const wanted = (asked.get("lang") || "").slice(0, 2);
  if (wanted === "zh" || wanted === "en") root.lang = wanted === "zh" ? "zh-CN" : "en";

  const language = () => (root.lang === "en" ? "en" : "zh");

  // Attributes, options and the title hold no elements, so their text is put in place.
  function translate() {
    const lang = language();
    for (const node of document.querySelectorAll(`[data-text-${lang}]`)) {
      node.textContent = node.getAttribute(`data-text-${lang}`);
    }
    for (const node of document.querySelectorAll(`[data-placeholder-${lang}]`)) {
      node.placeholder = node.getAttribute(`data-placeholder-${lang}`);
    }
  }

  function start() {
    const form = document.getElementById("filters");
    const findings = [...document.querySelectorAll("tbody.finding")];
    const facets = ["status", "severity", "subject", "domain", "chapter"];
    const texts = new Map();
    const text = (finding) => {
      if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase());
      return texts.get(finding);
    };

    const has = (values, value) => values === value || values.split(" ").includes(value);

    function open(finding, on) {
      finding.classList.toggle("open", on);
      finding.querySelector(".head button").setAttribute("aria-expanded", String(on));
    }

    function filter() {
      const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const finding of findings) {
        const fits = facets.every((name) => !form[name].value || has(finding.dataset[name], form[name].value))
          && words.every((word) => text(finding).includes(word));
        finding.hidden = !fits;
        shown += fits;
      }
      document.getElementById("shown").textContent = shown;
      document.getElementById("none").hidden = shown > 0;
    }

    function remember() {
      const state = new URLSearchParams({ lang: language() });
      for (const name of [...facets, "q"]) if (form[name].value) state.set(name, form[name].value);
      history.replaceState(null, "", "#" + state);
    }

    function follow(hash) {
      let finding = null;
      try {
        finding = document.getElementById(decodeURIComponent(hash.slice(1)));
      } catch { /* an address that was typed wrongly leads nowhere */ }
      if (!finding || !finding.matches("tbody.finding")) return false;
      if (finding.hidden) { form.reset(); filter(); }
      open(finding, true);
      finding.scrollIntoView({ block: "start" });
      return true;
    }

    findings.forEach((finding, index) => {
      const title = finding.querySelector(".title");
      const button = document.createElement("button");
      button.type = "button";
      button.append(...title.childNodes);
      title.replaceChildren(button);
      const detail = finding.querySelector(".detail");
      detail.id = `detail-${index}`;
      button.setAttribute("aria-controls", detail.id);
      open(finding, false);
      finding.querySelector(".head").addEventListener("click", () => {
        if (!getSelection().toString()) open(finding, !finding.classList.contains("open"));
      });
    });

    for (const link of document.querySelectorAll("a[data-filter]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const [name, ...value] = link.dataset.filter.split("=");
        form.reset();
        form[name].value = value.join("=");
        filter();
        remember();
        document.getElementById("findings").scrollIntoView();
        document.getElementById("findings").focus({ preventScroll: true });
      });
    }
    for (const link of document.querySelectorAll(".where a")) {
      link.addEventListener("click", (event) => {
        if (follow(link.hash)) event.preventDefault();
      });
    }

    form.addEventListener("input", () => { filter(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("print").addEventListener("click", () => print());
    document.getElementById("language").addEventListener("click", () => {
      root.lang = language() === "en" ? "zh-CN" : "en";
      translate();
      remember();
    });

    translate();
    for (const name of [...facets, "q"]) if (asked.has(name)) form[name].value = asked.get(name);
    filter();
    follow(location.hash);
  }

  addEventListener("DOMContentLoaded", start);
})();
