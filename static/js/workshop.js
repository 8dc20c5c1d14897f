// The page of one language: keeps a text as it is written, counts its characters, and shows where
// it stands in the questionnaire. Without it the page has a button for each of these.
const PAUSE = 1500;
const form = document.querySelector("[data-one]");
const panel = document.querySelector("[data-in-place]");
const timers = new Map();
let unsaved = 0;

function part(string, name) {
  return string.querySelector(`[data-${name}]`);
}

function count(string) {
  part(string, "count").textContent = [...part(string, "text").value].length;
}

function wait(string) {
  if (!timers.has(string)) unsaved += 1;
  clearTimeout(timers.get(string));
  string.classList.add("is-waiting");
  timers.set(string, setTimeout(() => save(string), PAUSE));
}

function sent(string) {
  const address = string.dataset.string;
  const data = new FormData();
  data.append("address", address);
  for (const name of ["t-", "m-", "s-"]) data.append(name + address, form.elements[name + address].value);
  const token = form.elements.csrf_token;
  if (token) data.append("csrf_token", token.value);
  return data;
}

async function save(string) {
  clearTimeout(timers.get(string));
  const status = part(string, "status");
  const written = part(string, "text").value;
  status.textContent = form.dataset.saving;
  let answer;
  try {
    const reply = await fetch(form.dataset.one, { method: "POST", body: sent(string) });
    if (!reply.ok) throw new Error(reply.status);
    answer = await reply.json();
  } catch {
    status.textContent = form.dataset.lost;
    return;
  }
  if (answer.refused || answer.collided) {
    status.textContent = answer.refused || form.dataset.collided;
    return;
  }
  if (part(string, "text").value !== written) {
    part(string, "mark").value = answer.mark;
    wait(string);
    return;
  }
  settle(string, answer);
}

function settle(string, answer) {
  if (timers.delete(string)) unsaved -= 1;
  string.classList.remove("is-waiting");
  part(string, "status").textContent = form.dataset.saved;
  part(string, "mark").value = answer.mark;
  part(string, "about").innerHTML = answer.about;
  part(string, "badge").innerHTML = answer.badge;
  document.querySelector("[data-progress]").innerHTML = answer.progress;
  const state = part(string, "state");
  for (const option of [...state.options]) {
    if (["empty", "stale"].includes(option.value) && option.value !== answer.state) option.remove();
  }
  if ([...state.options].some((option) => option.value === answer.state)) state.value = answer.state;
  count(string);
}

async function showInPlace(link) {
  const reply = await fetch(link.href);
  if (!reply.ok) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet";
  close.textContent = form.dataset.close;
  close.addEventListener("click", () => { panel.hidden = true; link.focus(); });
  panel.replaceChildren(close, page.querySelector(".preview"));
  panel.hidden = false;
  const here = panel.querySelector(`#${link.dataset.place}`);
  here.classList.add("is-here");
  here.tabIndex = -1;
  here.focus({ preventScroll: true });
  here.scrollIntoView({ block: "center" });
}

function start() {
  for (const button of form.querySelectorAll("[data-save]")) button.hidden = true;
  form.addEventListener("input", (event) => {
    const string = event.target.closest("[data-string]");
    if (!string || !event.target.matches("[data-text]")) return;
    count(string);
    wait(string);
  });
  form.addEventListener("change", (event) => {
    const string = event.target.closest("[data-string]");
    if (string && (timers.has(string) || event.target.matches("[data-state]"))) save(string);
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-place]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    showInPlace(link);
  });
  form.addEventListener("submit", () => { unsaved = 0; });
  addEventListener("beforeunload", (event) => { if (unsaved > 0) event.preventDefault(); });
}

if (form) start();
