// A meeting recorded by typing. What is typed is sent after a pause, and what the server understood
// is shown beside it. While the connection is away the lines wait in this browser, and only so long.
// Without it the page has a button to read the lines and one to keep them.
const PAUSE = 900;
const AGAIN = 4000;
const LOOK = 5000;
const form = document.querySelector("[data-typed]");
const field = form?.elements.text;
const part = (name) => form.querySelector(`[data-${name}]`);
const shown = {};
let version;
let overtaken = false; // somebody else wrote, too: nothing is sent until both are put together
let told = false; // why a line was not kept is shown, and stays until something else is sent
let dirty = false;
let queue = Promise.resolve();
let timer;

function remember() {
  try {
    localStorage.setItem(form.dataset.key, JSON.stringify({ text: field.value, version }));
    return true;
  } catch {
    return false;
  }
}

function held() {
  try {
    return JSON.parse(localStorage.getItem(form.dataset.key));
  } catch {
    return null;
  }
}

function forget() {
  dirty = false;
  try {
    localStorage.removeItem(form.dataset.key);
  } catch { /* nothing was kept there */ }
}

function say(name, text = form.dataset[name]) {
  const status = part("status");
  status.dataset.status = name;
  if (status.textContent !== text) status.textContent = text;
}

function changed() {
  dirty = true;
  remember();
  later(PAUSE);
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => dirty && send("act", "read"), wait);
}

// One at a time, in the order asked for.
function send(name, value) {
  queue = queue.then(() => exchange(name, value));
  return queue;
}

async function exchange(name, value) {
  const alone = value === "read";
  if (alone && (overtaken || !dirty)) return;
  const sent = field.value;
  field.readOnly = !alone;
  say("sending");
  try {
    took(await reply({ method: "POST", body: filled(name, value) }), sent);
  } catch {
    say("lost");
    dirty = true;
    remember();
    later(AGAIN);
  }
  field.readOnly = false;
}

function filled(name, value) {
  const data = new FormData(form);
  data.set("version", version);
  data.set(name, value);
  return data;
}

async function reply(options) {
  const answer = await fetch(form.dataset.typed, options);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

function took(answer, sent) {
  show(answer);
  if (answer.stored) settle(answer, sent);
  told = answer.refused;
  if (answer.overtaken) {
    overtaken = true;
    say("both");
  } else if (answer.wrong) {
    say("wrong", answer.wrong);
  } else {
    say("saved", answer.said || form.dataset.saved);
  }
}

function settle(answer, sent) {
  version = answer.version;
  overtaken = false;
  if (field.value === sent) {
    put(answer.text);
    forget();
  } else {
    changed();
  }
}

// Other words in the field; the caret stays where it was in the text around it.
function put(text) {
  if (field.value === text) return;
  const at = field.selectionStart;
  const after = field.value.slice(at);
  field.value = text;
  const place = after && text.endsWith(after) ? text.length - after.length : Math.min(at, text.length);
  field.setSelectionRange(place, place);
}

function show(answer) {
  for (const name of ["reading", "overtaken", "quorum"]) {
    if (shown[name] === answer[name]) continue;
    shown[name] = answer[name];
    const place = name === "quorum" ? document.querySelector("[data-quorum]") : part(name);
    place.innerHTML = answer[name];
    link(place);
  }
}

// A line's number leads to the line.
function link(place) {
  for (const number of place.querySelectorAll("span[data-line]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "line-link";
    button.dataset.line = number.dataset.line;
    button.textContent = number.textContent;
    number.replaceWith(button);
  }
}

function go(number) {
  const lines = field.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
}

// What others typed meanwhile, and who has come.
async function look() {
  if (dirty || overtaken || told || document.hidden) return;
  try {
    const answer = await reply({});
    if (dirty || overtaken || answer.version < version) return;
    version = answer.version;
    put(answer.text);
    show(answer);
  } catch { /* the next look, or the next line, will tell */ }
}

function start() {
  version = Number(form.elements.version.value);
  part("read").hidden = true;
  link(form);
  const waiting = held();
  if (waiting && waiting.text !== field.value) {
    field.value = waiting.text;
    version = waiting.version;
    dirty = true;
    send("act", "read");
  } else {
    if (waiting) say("saved"); // it had arrived; only the answer was lost
    forget();
  }
  field.addEventListener("input", changed);
  form.elements.language.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter) send(event.submitter.name, event.submitter.value);
  });
  form.addEventListener("click", (event) => {
    const number = event.target.closest("button[data-line]");
    if (number) go(Number(number.dataset.line));
  });
  addEventListener("online", () => later(0));
  addEventListener("beforeunload", (event) => {
    if (dirty && !remember()) event.preventDefault();
  });
  setInterval(() => { queue = queue.then(look); }, LOOK);
}

if (form) start();
