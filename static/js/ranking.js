// Ranking by buttons. The lists of ranks stay in the form, unseen, and say what is chosen, so that
// the ballot is sent as without script: here candidates only move up, down, in and out. What
// happened is told, and the focus goes along, so that pressing the same key goes on.
const frame = document.querySelector("[data-ranking]");
const SIGNS = { up: "↑", down: "↓", out: "×" };
const candidates = [...frame.querySelectorAll("select")].map((select) => ({
  select,
  name: select.labels[0].textContent.trim(),
}));
let ranked = candidates
  .filter(({ select }) => select.value)
  .sort((one, other) => one.select.value - other.select.value);
const board = document.createElement("div");
const told = document.createElement("p"); // stays where it is: a region that is put in anew is not heard
const [above, below] = [document.createElement("div"), document.createElement("div")];

function element(tag, inside, className = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

function button(candidate, act) {
  const words = frame.dataset[act];
  const sign = SIGNS[act] ? element("span", [SIGNS[act]]) : words;
  if (SIGNS[act]) sign.setAttribute("aria-hidden", "true");
  const spoken = SIGNS[act] ? `${words} ${candidate.name}` : ` ${candidate.name}`;
  const made = element("button", [sign, element("span", [spoken], "unseen")], "button quiet");
  made.type = "button";
  made.dataset.act = `${act} ${candidates.indexOf(candidate)}`;
  const end = { up: 0, down: ranked.length - 1 }[act];
  if (end === ranked.indexOf(candidate)) made.setAttribute("aria-disabled", "true");
  made.addEventListener("click", () => press(candidate, act));
  return made;
}

function row(candidate, ...acts) {
  const buttons = acts.map((act) => button(candidate, act));
  const inside = [element("bdi", [candidate.name]), element("span", buttons, "ranking-acts")];
  return element("li", [element("div", inside, "ranking-row")]);
}

function part(title, tag, rows) {
  const list = rows.length ? element(tag, rows) : element("p", [frame.dataset.nobody], "soft");
  return [element("h2", [title]), list];
}

function draw() {
  for (const each of candidates) each.select.value = ranked.indexOf(each) + 1 || "";
  const rest = candidates.filter((each) => !ranked.includes(each));
  above.replaceChildren(
    ...part(frame.dataset.ranked, "ol", ranked.map((each) => row(each, "up", "down", "out"))),
  );
  below.replaceChildren(
    ...(rest.length ? part(frame.dataset.rest, "ul", rest.map((each) => row(each, "next"))) : []),
  );
}

function press(candidate, act) {
  const at = ranked.indexOf(candidate);
  const to = { up: at - 1, down: at + 1, next: ranked.length, out: -1 }[act];
  if ((act === "up" || act === "down") && !ranked[to]) return;
  const following = candidates.find((each) => each !== candidate && !ranked.includes(each));
  ranked = ranked.filter((each) => each !== candidate);
  if (to >= 0) ranked.splice(to, 0, candidate);
  draw();
  const words = to < 0 ? frame.dataset.toldOut : frame.dataset.toldPlace;
  told.textContent = words
    .replace("{name}", candidate.name)
    .replace("{place}", to + 1)
    .replace("{all}", ranked.length);
  const next = { next: following ? ["next", following] : ["up", candidate], out: ["next", candidate] };
  const [then, whose] = next[act] ?? [act, candidate];
  board.querySelector(`[data-act="${then} ${candidates.indexOf(whose)}"]`).focus();
}

told.setAttribute("role", "status");
told.className = "ranking-told";
board.className = "ranking";
board.append(above, told, below);
draw();
for (const field of frame.querySelectorAll(".field")) field.hidden = true;
frame.append(board);
