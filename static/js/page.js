// What every page does where scripts run: the A- A A+ control, and the way to the whole of a
// questionnaire. A size is remembered, on this device alone, only where the page says so with
// data-remember.
const key = "lipnet.type-size";
const sizes = ["smaller", "normal", "larger", "largest"];
const root = document.documentElement;

function kept() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(size) {
  try {
    if (size === "normal") localStorage.removeItem(key);
    else localStorage.setItem(key, size);
  } catch {
    // Storage may be switched off; the size then lasts for this page.
  }
}

function show(size) {
  if (size === "normal") delete root.dataset.typeSize;
  else root.dataset.typeSize = size;
}

function next(step) {
  if (step === 0) return "normal";
  const now = sizes.indexOf(root.dataset.typeSize ?? "normal");
  return sizes[Math.min(sizes.length - 1, Math.max(0, now + step))];
}

// Whoever has scripts gets the questionnaire as one document, not page by page.
function leadToWhole() {
  const form = document.querySelector("form[data-whole], form[data-whole-by-post]");
  form?.addEventListener("submit", (event) => {
    if (!form.dataset.whole) return form.append(wholeWanted());
    event.preventDefault();
    location.assign(form.dataset.whole);
  });
}

// A personal link goes along in the form, so that it stands in no address.
function wholeWanted() {
  return Object.assign(document.createElement("input"), { type: "hidden", name: "act", value: "whole" });
}

function start() {
  leadToWhole();
  const control = document.querySelector("[data-type-size-control]");
  if (!control) return;
  const status = control.querySelector("[role=status]");
  control.hidden = false;
  control.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const size = next(Number(button.dataset.step));
    show(size);
    status.textContent = control.dataset[size];
    if ("remember" in root.dataset) keep(size);
  });
}

if ("remember" in root.dataset && sizes.includes(kept())) show(kept());
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
