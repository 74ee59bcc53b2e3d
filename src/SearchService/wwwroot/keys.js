// Keys: / to the search box, arrows through results, n and p through marks, ? to the help. Without this script everything has its link.
"use strict";
(() => {
  const stored = "keys"; // "off": letters and signs do nothing, as WCAG 2.1.4 wants it to be possible
  const all = selector => [...document.querySelectorAll(selector)];
  const results = () => all(".hit h3 a");
  const isOn = () => { try { return localStorage.getItem(stored) !== "off"; } catch { return true; } };
  const isTyping = target => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

  for (const hint of all("[data-keys]")) hint.hidden = !isOn();
  const choice = document.getElementById("keys-on");
  if (choice) {
    choice.closest("[data-keys-switch]").hidden = false;
    choice.checked = isOn();
    choice.addEventListener("change", () => {
      try { localStorage.setItem(stored, choice.checked ? "on" : "off"); } catch { /* Kept for this page only. */ }
      for (const hint of all("[data-keys]")) hint.hidden = !choice.checked;
    });
  }

  function step(by) {
    const marks = all("mark[id]");
    if (marks.length === 0) return false;
    const at = marks.findIndex(mark => `#${mark.id}` === location.hash);
    const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
    location.replace(`#${next.id}`); // one place in the history, however many steps
    next.focus({ preventScroll: true });
    return true;
  }

  // The links beside a mark lead on as they are; with the script they leave one place in the history and carry the focus along.
  document.addEventListener("click", event => {
    const link = event.target.closest(".step a, .marks a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = document.getElementById(link.hash.slice(1));
    if (!mark) return;
    event.preventDefault();
    location.replace(link.hash);
    const same = link.closest(".step") && mark.nextElementSibling?.querySelector(`[rel=${link.rel}]`);
    (same || mark).focus({ preventScroll: true });
  });

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const down = event.key === "ArrowDown";
    if (down || event.key === "ArrowUp") {
      const list = results();
      const at = list.indexOf(document.activeElement);
      // Only from a result: elsewhere arrows scroll, and after the last one they do so again.
      const to = at < 0 ? undefined : down ? list[at + 1] : list[at - 1] ?? document.getElementById("q");
      if (to) {
        event.preventDefault();
        to.focus();
      }
      return;
    }

    if (isTyping(event.target) || !isOn()) return;
    if (event.key === "/") {
      const box = document.querySelector("main input[name=q]");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "?") {
      document.querySelector("a[data-help]")?.click();
    } else if ((event.key === "n" || event.key === "p") && step(event.key === "n" ? 1 : -1)) {
      event.preventDefault();
    }
  });
})();
