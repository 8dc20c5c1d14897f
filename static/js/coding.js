// Coding by keyboard. Keys count only while an answer, or something in it, has the focus: arrows go
// from answer to answer, a code's key gives it or takes it back, 0 says that none fits. What stands
// on the page is kept a moment after each change. Without script the same boxes are ticked by hand.
const PAUSE = 700;
const form = document.querySelector("[data-kept]");
const far = document.querySelector("[data-far]");
const answers = [...document.querySelectorAll("[data-answer]")];
let timer;
let unsaved = false;

function go(answer) {
  if (!answer) return;
  for (const each of answers) each.tabIndex = each === answer ? 0 : -1;
  answer.focus();
}

function given(box) {
  const alone = box.dataset.key === "0";
  for (const other of box.closest("fieldset").querySelectorAll("input")) {
    if (box.checked && other !== box && (alone || other.dataset.key === "0")) other.checked = false;
  }
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
}

async function keep() {
  far.textContent = form.dataset.saving;
  unsaved = false;
  try {
    const reply = await fetch(form.dataset.kept, { method: "POST", body: new FormData(form) });
    if (!reply.ok) throw new Error(reply.status);
    const answer = await reply.json();
    far.textContent = answer.refused || answer.said;
  } catch {
    unsaved = true;
    far.textContent = form.dataset.lost;
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const here = event.target.closest("[data-answer]");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const box = here.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]:enabled`);
  if (step) go(answers[answers.indexOf(here) + step]);
  else if (box) {
    box.checked = !box.checked;
    given(box);
  } else return;
  event.preventDefault();
}

function start() {
  document.querySelector("[data-keys]").hidden = false;
  for (const each of answers) {
    each.tabIndex = each === answers[0] ? 0 : -1;
    each.addEventListener("keydown", pressed);
  }
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-key]")) given(event.target);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); unsaved = false; });
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
}

if (form && answers.length) start();
