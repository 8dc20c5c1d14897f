// The desk of a plan by keyboard. Keys count while a heap of sources, or a box or button in it, has the
// focus: arrows or J and K go from one to the next, N, A, P and S press its buttons. U takes the last
// choice back and ? opens the help, wherever on the desk the focus is, but in a field. Each act is a page
// of its own; the way back leads to the heap after the settled one. Without script buttons are pressed.
const desk = document.querySelector("[data-heaps]");
const KEPT = "lipnet.desk";
const heaps = () => [...desk.querySelectorAll("[data-heap]")];

function roam(heap) {
  for (const each of heaps()) each.tabIndex = each === heap ? 0 : -1;
}

function go(heap) {
  if (!heap) return;
  roam(heap);
  heap.focus();
}

// Where nothing waits any more, the keys of the desk still count.
function rest() {
  const status = desk.querySelector("[data-status]");
  status.tabIndex = -1;
  status.focus();
}

// Where the way back leads: this heap if it is still there, else the one after it, else the one before.
function remember(heap) {
  const all = heaps();
  const at = all.indexOf(heap);
  const order = [heap, all[at + 1], all[at - 1]].filter(Boolean).map((each) => each.id);
  sessionStorage.setItem(KEPT, JSON.stringify(order));
}

function remembered() {
  const order = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  sessionStorage.removeItem(KEPT);
  return order.map((id) => document.getElementById(id)).find(Boolean);
}

// What happened is read aloud together with what is left: the page is new, its status is filled now.
function tell() {
  const status = desk.querySelector("[data-status]");
  const notices = [...document.querySelectorAll(".notice")].map((each) => each.innerText.trim());
  const said = [...notices, status.textContent.trim()].join(" ");
  requestAnimationFrame(() => { status.textContent = said; });
}

function undo() {
  desk.querySelector("[data-undo]")?.closest("form").requestSubmit();
}

function help() {
  const box = desk.querySelector("[data-help]");
  if (!box) return;
  box.open = !box.open;
  if (box.open) box.querySelector("summary").focus();
}

function isWriting(target) {
  return target.matches("textarea, select, input:not([type=checkbox])");
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const here = event.target.closest("[data-heap]");
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[key];
  const button = here && /^[naps]$/.test(key) && here.querySelector(`[data-press="${key}"]`);
  if (key === "?") help();
  else if (key === "u") undo();
  else if (here && step) go(heaps()[heaps().indexOf(here) + step]);
  else if (!here && (key === "j" || key === "k")) go(heaps().find((each) => each.tabIndex === 0));
  else if (button) button.click();
  else return;
  event.preventDefault();
}

if (desk) {
  const wanted = location.hash && document.getElementById(location.hash.slice(1))?.closest("[data-heap]");
  const first = remembered();
  roam(wanted || first || heaps()[0]);
  desk.addEventListener("keydown", pressed);
  desk.addEventListener("focusin", (event) => {
    const heap = event.target.closest("[data-heap]");
    if (heap) roam(heap);
  });
  desk.addEventListener("submit", (event) => {
    const heap = event.submitter?.closest("[data-heap]");
    if (heap) remember(heap);
  });
  tell();
  if (heaps().length) go(wanted || first || heaps()[0]);
  else rest();
}
