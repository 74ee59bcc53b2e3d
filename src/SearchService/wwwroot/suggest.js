// Suggestions under the search box: WAI-ARIA's combobox with a list. Without this script the form works all the same.
"use strict";
(() => {
  const input = document.querySelector("input[data-suggestions]");
  if (!input) return;

  const pause = 120; // ms without a key before suggestions are asked for
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let offer = ""; // the query with its last words in Devanagari, which → takes
  let typed = input.value; // what the reader wrote, while an option stands in the box
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  list.id = "q-list";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestions);
  status.className = "for-readers";
  status.setAttribute("role", "status");
  input.after(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  // Goes on typing behind what was offered.
  function take() {
    input.value = typed = `${offer} `;
    close();
    ask();
  }

  function close() {
    offer = "";
    clearTimeout(timer);
    asking.abort();
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function activate(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function show(suggestions) {
    // What is typed in Latin letters, in Devanagari: the first that the archive spells so.
    offer = suggestions.find(one => one.reason === "transliteration" && /[\u0900-\u097f]/.test(one.text))?.text ?? "";
    list.replaceChildren(...suggestions.map(({ text, archive }, index) => {
      const option = document.createElement("li");
      option.id = `q-option-${index}`;
      option.textContent = text;
      if (text === offer) option.dataset.key = "→";
      if (!archive) option.dataset.note = input.dataset.absent;
      option.lang = /[\u0900-\u097f]/.test(text) ? "hi" : "en";
      option.dir = "auto";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    list.hidden = false;
    status.textContent = input.dataset.count.replace("{0}", suggestions.length);
    if (offer) status.textContent += `; ${input.dataset.accept.replace("{0}", offer)}`;
    if (!suggestions[0].archive) status.textContent += `; ${input.dataset.absent}`;
    input.setAttribute("aria-expanded", "true");
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`/v1/suggest?q=${encodeURIComponent(typed)}`, { signal });
      const suggestions = answer.ok ? (await answer.json()).suggestions.filter(one => one.text !== typed) : [];
      if (signal.aborted) return;
      activate(-1);
      if (suggestions.length > 0) show(suggestions);
      else close();
    } catch {
      // Typed on meanwhile, or no answer: the form does without.
    }
  }

  input.addEventListener("input", () => {
    typed = input.value;
    offer = ""; // it was for what stood there before
    clearTimeout(timer);
    if (typed.trim() === "" || input.selectionEnd !== typed.length) close();
    else timer = setTimeout(ask, pause);
  });

  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // The query of this page is answered below: down leads there.
    const first = step === 1 && list.hidden && input.value === input.defaultValue && document.querySelector(".hit h3 a");
    if (first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "ArrowRight" && offer && active < 0 && input.selectionStart === input.value.length) {
      event.preventDefault();
      take();
    } else if (step && list.hidden && typed.trim() !== "") {
      event.preventDefault();
      ask();
    } else if (step && !list.hidden) {
      event.preventDefault();
      const count = list.children.length + 1; // the text as typed is one of the stops
      activate((active + 1 + step + count) % count - 1);
      input.value = list.children[active]?.textContent ?? typed;
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    }
  });

  list.addEventListener("pointerdown", event => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    input.value = typed = option.textContent;
    input.form.requestSubmit();
  });
  input.addEventListener("blur", () => {
    typed = input.value;
    close();
  });
  input.form.addEventListener("submit", close);
})();
