// The editor with a script: saves by itself, shows the page anew, checks a rule while it is written,
// lets lines be dragged, knows a few keys. Without it every one of these has a button.
const status = document.getElementById("saved");
const writing = document.querySelector("form[data-autosave]");
const preview = document.querySelector("form[data-preview]");
const frame = preview && document.querySelector("iframe[name=preview]");
const outline = document.querySelector("[data-outline]");

function later(run, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };
}

// --- the page as people will see it

function show() {
  if (!frame) return;
  frame.contentWindow.location.replace(`${preview.action}?${new URLSearchParams(new FormData(preview))}`);
}

// A fragment in the address would take the focus into the frame; this only scrolls it.
function reveal() {
  const shown = frame.contentWindow;
  const asked = shown.document.getElementById(`q-${preview.elements.at.value}`);
  const block = asked?.closest(".field") ?? asked;
  if (block) shown.scrollTo(0, block.getBoundingClientRect().top + shown.scrollY - 12);
}

if (frame) {
  preview.querySelector("button").hidden = true;
  preview.addEventListener("change", (event) => {
    if (event.target.name) show();
  });
  frame.addEventListener("load", reveal);
  reveal();
}

// --- saving by itself

const saver = { busy: false, dirty: false, stopped: false };

async function save() {
  if (saver.busy || saver.stopped || !saver.dirty) return;
  saver.busy = true;
  saver.dirty = false;
  try {
    const reply = await fetch(writing.action, {
      method: "POST",
      headers: { "X-Autosave": "1" },
      body: new URLSearchParams(new FormData(writing)),
    });
    took(await reply.json());
  } catch {
    saver.dirty = true;
    status.textContent = status.dataset.failed;
  }
  saver.busy = false;
  if (saver.dirty && status.textContent !== status.dataset.failed) save();
}

function took(said) {
  if (said.overtaken) {
    saver.stopped = true;
    status.textContent = `${said.overtaken} ${status.dataset.overtaken}`;
  } else if (said.wrong) {
    status.textContent = said.wrong.join(" ");
  } else {
    status.textContent = said.saved;
    writing.querySelector("[data-mark]").value = said.mark;
    for (const [number, code] of Object.entries(said.codes ?? {})) name(number, code);
    for (const field of document.querySelectorAll("[data-revision]")) field.value = said.revision;
    document.getElementById("undo").disabled = false;
    const here = document.querySelector(".walk [aria-current] bdi");
    if (here && said.text) here.textContent = said.text;
    show();
  }
}

function name(number, code) {
  writing.elements[`code-${number}`].value ||= code;
  writing.elements[`was-${number}`].value = code;
}

if (writing) {
  const soon = later(save, 1200);
  const changed = () => {
    saver.dirty = true;
    soon();
  };
  writing.addEventListener("input", changed);
  writing.addEventListener("change", () => saver.dirty && save());
  writing.addEventListener("submit", () => {
    saver.stopped = true;
    saver.dirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (saver.dirty) event.preventDefault();
  });
}

// --- a rule by choosing: only what fits the question is offered

function fit(row) {
  const [question, operator] = row.querySelectorAll("select");
  const picked = question.selectedOptions[0];
  const known = (picked.dataset.operators ?? "").split(" ").filter(Boolean);
  for (const option of operator.options) {
    option.hidden = option.disabled = known.length > 0 && !known.includes(option.value);
  }
  if (operator.selectedOptions[0]?.disabled) operator.value = known[0];
  offer(row, JSON.parse(picked.dataset.choices ?? "[]"));
}

function offer(row, choices) {
  const old = row.querySelector("[name^=value-]");
  const made = document.createElement(choices.length ? "select" : "input");
  made.id = old.id;
  made.name = old.name;
  for (const [code, text] of choices.length ? [["", ""], ...choices] : []) {
    made.append(new Option(text, code, false, code === old.value));
  }
  if (!choices.length) made.value = old.value;
  old.replaceWith(made);
}

for (const row of document.querySelectorAll("[data-rows] .rule-row")) {
  fit(row);
  row.querySelector("select").addEventListener("change", () => fit(row));
}

// --- a rule as an expression: read at once

const source = document.querySelector("[data-check]");

async function check() {
  const told = document.getElementById("source-told");
  const asked = new URLSearchParams({ source: source.value });
  try {
    const said = await (await fetch(`${source.dataset.check}?${asked}`)).json();
    told.className = said.ok ? "source-told" : "source-told error";
    told.textContent = said.ok ? [said.told, ...said.doubts].join(" ") : said.wrong;
    source.setAttribute("aria-invalid", String(!said.ok));
  } catch {
    told.textContent = "";
  }
}

source?.addEventListener("input", later(check, 400));

// --- dragging

function place(line, event) {
  const box = line.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  if ("group" in line.dataset && part > 0.3) return "last";
  return part < 0.5 ? "before" : "after";
}

if (outline) {
  let dragged = null;
  for (const line of outline.children) line.draggable = true;
  outline.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-name]");
    event.dataTransfer.effectAllowed = "move";
  });
  outline.addEventListener("dragover", (event) => {
    const line = event.target.closest("[data-name]");
    if (!dragged || !line || line === dragged) return;
    event.preventDefault();
    for (const each of outline.children) delete each.dataset.drop;
    line.dataset.drop = place(line, event);
  });
  outline.addEventListener("dragend", () => {
    for (const each of outline.children) delete each.dataset.drop;
  });
  outline.addEventListener("drop", (event) => {
    const line = event.target.closest("[data-name]");
    if (!dragged || !line || line === dragged) return;
    event.preventDefault();
    const form = document.getElementById("placing");
    form.elements.name.value = dragged.dataset.name;
    form.elements.beside.value = line.dataset.name;
    form.elements.how.value = place(line, event);
    form.requestSubmit();
  });
}

// --- keys

function press(way) {
  const inside = document.activeElement?.closest("[data-name]") ?? document.querySelector(".desk-main");
  inside?.querySelector(`button[name=act][value=${way}]`)?.click();
}

addEventListener("keydown", (event) => {
  const inField = event.target.matches?.("input:not([type=checkbox]), textarea, select");
  if (event.altKey && event.key === "ArrowUp" && !inField) press("up");
  else if (event.altKey && event.key === "ArrowDown" && !inField) press("down");
  else if (event.ctrlKey && event.key === "s" && writing) {
    saver.dirty = true;
    save();
  } else if (event.ctrlKey && event.key === "z" && !inField) document.getElementById("undo")?.click();
  else return;
  event.preventDefault();
});
