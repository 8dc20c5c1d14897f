// Old minutes by keyboard. Keys count only while a proposal, or something in it, has the focus: arrows
// go from one to the next, K keeps, E edits, D drops, Z takes the last step back. What a key does is
// what its button does; the page that answers brings the list anew. Without script the buttons are pressed.
const desk = document.querySelector("[data-desk]");
const original = desk?.querySelector("[data-original]");
const list = () => desk.querySelector("[data-list]");
const proposals = () => [...desk.querySelectorAll("[data-proposal]")];
let queue = Promise.resolve();

function show(proposal) {
  for (const mark of original.querySelectorAll("mark")) {
    const is = mark.dataset.of.split(" ").includes(proposal.dataset.proposal);
    mark.classList.toggle("is-here", is);
  }
  const mark = original.querySelector("mark.is-here");
  if (mark) original.scrollTop = mark.offsetTop - original.offsetTop - original.clientHeight / 3;
}

function roam(proposal) {
  for (const each of proposals()) each.tabIndex = each === proposal ? 0 : -1;
}

function go(proposal) {
  if (!proposal) return;
  roam(proposal);
  proposal.focus();
}

// The next open one after what was settled, from the beginning again behind the last.
function after(key) {
  const all = proposals();
  const at = all.findIndex((each) => each.id === key) + 1;
  return [...all.slice(at), ...all.slice(0, at)].find((each) => each.matches(".is-open"));
}

async function send(act) {
  const form = list();
  const sent = new FormData(form);
  const [verb, key] = act.split(":");
  sent.set("act", act);
  try {
    const reply = await fetch(form.action, { method: "POST", body: sent });
    if (!reply.ok) throw new Error(reply.status);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const fresh = page.querySelector("[data-list]");
    if (!fresh) throw new Error("no list");
    const [status, said] = [form.querySelector("[data-status]"), fresh.querySelector("[data-status]")];
    status.textContent = said.textContent;
    said.replaceWith(status);
    const before = new Map(proposals().map((each) => [each.id, each.className]));
    const here = document.activeElement.closest("[data-proposal]")?.id ?? key;
    form.replaceWith(fresh);
    begin();
    const changed = verb === "undo" && proposals().find((each) => before.get(each.id) !== each.className);
    go(fresh.querySelector(".is-wrong") ?? (changed || document.getElementById(here)));
  } catch {
    form.querySelector("[data-status]").textContent = form.dataset.lost;
  }
}

// Who types fast is not held up: the focus goes on at once, the answer follows.
function act(what) {
  const [verb, key] = what.split(":");
  if (verb === "kept" || verb === "dropped") {
    document.getElementById(key).classList.remove("is-open");
    go(after(key));
  }
  queue = queue.then(() => send(what));
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const here = event.target.closest("[data-proposal]");
  if (!here) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const key = event.key.toLowerCase();
  const button = /^[ked]$/.test(key) && here.querySelector(`[data-press="${key}"]`);
  if (step) go(proposals()[proposals().indexOf(here) + step]);
  else if (key === "z" && list().querySelector("[data-undo]")) act("undo:");
  else if (button?.href) location.assign(button.href);
  else if (button) act(button.value);
  else return;
  event.preventDefault();
}

function begin() {
  list().querySelector("[data-keys]").hidden = false;
  roam(proposals().find((each) => each.classList.contains("is-open")) ?? proposals()[0]);
}

if (desk) {
  begin();
  desk.addEventListener("keydown", pressed);
  desk.addEventListener("focusin", (event) => {
    const here = event.target.closest("[data-proposal]");
    if (here) { roam(here); show(here); }
  });
  desk.addEventListener("submit", (event) => {
    if (!event.submitter) return;
    event.preventDefault();
    act(event.submitter.value);
  });
  const wanted = document.getElementById(location.hash.slice(1));
  go(wanted?.matches("[data-proposal]") ? wanted : proposals().find((each) => each.tabIndex === 0));
}
