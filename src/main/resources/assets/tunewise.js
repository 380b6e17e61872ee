// What the pages do beyond plain forms. Without this file everything still works, one page load per step.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);

  // Times come in UTC; readers want theirs.
  const localTimes = (root) => {
    for (const time of root.querySelectorAll("time[datetime]:not([data-local])")) {
      const at = new Date(time.dateTime);
      const today = new Date().toDateString() === at.toDateString();
      time.textContent = at.toLocaleString([], today ? { hour: "2-digit", minute: "2-digit" }
        : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
      time.dataset.local = "";
    }
  };

  // Enter sends, Shift+Enter breaks the line; while an input method composes, Enter is its own.
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && field.matches?.("textarea[data-enter]")) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });

  // One submit of a form at a time; the key in the form makes a repetition harmless on the server too.
  const busy = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (busy.has(event.target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    busy.add(event.target);
    // A page that comes back from the browser's memory must not stay blocked.
    setTimeout(() => busy.delete(event.target), 8000);
  }, true);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // Sliders of the calculator go by ratio: a step means the same at 100 calls as at 100,000. The field beside one holds the figure.
  for (const slider of document.querySelectorAll(".slider")) {
    const field = byId(slider.dataset.for);
    const low = Math.log(slider.dataset.low);
    const span = Math.log(slider.dataset.high) - low;
    const show = () => {
      const value = Number(field.value);
      slider.value = value > 0 ? Math.round(((Math.log(value) - low) / span) * slider.max) : 0;
      slider.setAttribute("aria-valuetext", `${field.value} ${slider.dataset.unit}`);
    };
    slider.addEventListener("input", () => {
      field.value = Number(Math.exp(low + (span * slider.value) / slider.max).toPrecision(2));
      slider.setAttribute("aria-valuetext", `${field.value} ${slider.dataset.unit}`);
    });
    field.addEventListener("input", show);
    slider.hidden = false;
    show();
  }
  // The event comes from what was put in, which is not inside the form.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "result") byId("announcer").textContent = event.target.querySelector("h2").textContent;
  });

  const thread = byId("thread");
  localTimes(document);
  if (!thread) return;

  // A problem stands in the form that it is about, and its fields say so.
  const problem = (form, text) => {
    const place = form.querySelector(".problem") ?? byId("problem");
    if (place.textContent !== text) place.textContent = text;
    for (const field of form.querySelectorAll("textarea, input[type=text], input[type=checkbox]")) {
      if (text) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };
  const wordsOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

  const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  // The second click of a double click is meant for what was there at the first one, not for the answer that has come up in its place since.
  let clicked = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || event.detail === 0) return;
    const again = clicked && !clicked.button.isConnected && event.timeStamp - clicked.at < 500
      && Math.hypot(event.clientX - clicked.x, event.clientY - clicked.y) < 8;
    if (again) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    clicked = { button, at: event.timeStamp, x: event.clientX, y: event.clientY };
  }, true);

  const isForm = (event) => event.detail.elt?.matches?.("form");
  let sentText = "";
  let focusWas = null;

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (!isForm(event)) return;
    const form = event.detail.elt;
    form.setAttribute("aria-busy", "true");
    if (form.matches(".say")) sentText = byId("text").value;
  });

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    focusWas = document.activeElement;
    if (event.detail.xhr.status === 422) event.detail.shouldSwap = false;
  });

  const pane = byId("scroll");
  const atEnd = () => pane.clientHeight + pane.scrollTop >= pane.scrollHeight - 160;
  let wasAtEnd = true;
  let hadItems = 0;

  document.body.addEventListener("htmx:beforeOnLoad", () => {
    wasAtEnd = atEnd();
    hadItems = thread.childElementCount;
  });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const form = isForm(event) ? event.detail.elt : null;
    if (form) {
      busy.delete(form);
      form.removeAttribute("aria-busy");
    }
    byId("offline").hidden = event.detail.successful || (event.detail.xhr?.status ?? 0) !== 0;
    if (!form) return;
    if (event.detail.successful) {
      const key = form.querySelector("input[name=key]");
      if (key) key.value = freshKey();
      const text = byId("text");
      if (form.matches(".say") && text.value === sentText) text.value = "";
      problem(form, "");
    } else if (event.detail.xhr?.status === 422) {
      problem(form, wordsOf(event.detail.xhr.responseText));
      form.querySelector("[aria-invalid]")?.focus();
    } else {
      problem(form, event.detail.xhr?.status
        ? `The service answered ${event.detail.xhr.status}. Nothing was lost; reload the page and try again.`
        : "The service cannot be reached. Nothing was lost; try again in a moment.");
    }
  });

  // After our own step the eyes and the focus go to what is new; when somebody else wrote, only those at the end move along.
  document.body.addEventListener("htmx:afterSettle", (event) => settle(isForm({ detail: { elt: event.detail.requestConfig?.elt } })));
  let changed = [];
  document.body.addEventListener("htmx:oobAfterSwap", (event) => {
    localTimes(event.detail.target.parentElement ?? document);
    const item = event.detail.target.id && byId(event.detail.target.id);
    if (item?.parentElement === thread) changed.push(item);
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));

  const settle = (own) => {
    localTimes(thread);
    const added = Array.from(thread.children).slice(hadItems);
    const typing = byId("text") === focusWas || byId("text") === document.activeElement;
    if (own) {
      const fresh = added.find((item) => item.matches(".answer"));
      const target = fresh ?? added.find((item) => item.matches(".open")) ?? added.find((item) => item.matches(".shown"))
        ?? changed.findLast((item) => item.matches(".answer, .open")) ?? added.at(-1);
      if (target) {
        target.scrollIntoView({ block: place(target), behavior: scrolling });
        if (!typing) (target.querySelector(".question") ?? focusable(target)).focus({ preventScroll: true });
      } else if (document.activeElement === document.body) {
        thread.querySelector(".open .question")?.focus({ preventScroll: true });
      }
    } else if (added.length && wasAtEnd && !typing) {
      added.at(-1).scrollIntoView({ block: "end", behavior: scrolling });
    }
    hadItems = thread.childElementCount;
    changed = [];
  };

  // What fits is shown whole; of what does not fit the beginning is read first.
  const place = (element) => element.offsetHeight > pane.clientHeight - 32 ? "start" : "nearest";

  const focusable = (element) => {
    element.setAttribute("tabindex", "-1");
    return element;
  };

  const scrolling = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  const asked = Array.from(thread.querySelectorAll(":scope > .open")).at(-1);
  if (asked || location.hash === "#latest" || thread.childElementCount > 2) {
    const latest = asked ?? thread.lastElementChild;
    latest?.scrollIntoView({ block: place(latest) });
  }
  // Whoever comes by keyboard is at the open question from the first second.
  if (document.activeElement === document.body) {
    asked?.querySelector(".question")?.focus({ preventScroll: true });
  }

  // Within an open question the number keys choose, as they stand beside the choices.
  document.addEventListener("keydown", (event) => {
    const card = event.target.closest?.(".shown.open");
    if (!card || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const choice = /^[1-9]$/.test(event.key) && card.querySelectorAll(".options > li")[event.key - 1]?.querySelector("button, input");
    if (choice) {
      event.preventDefault();
      choice.click();
      if (choice.type === "checkbox") choice.focus();
    }
  });
})();
