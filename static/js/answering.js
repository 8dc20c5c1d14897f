// A whole questionnaire on one page: what shows follows from the answers, at once. The same trees
// decide on the server, which believes nothing of what happens here.

import { ranksIn, rankings, searches } from "./controls.js";
import { holds, offered, parted, problemOf, slotOf, stateOf, worth } from "./asking.js";
import { chance, toText } from "./rules.js";
import { DECLINED, read } from "./typed.js";
import { steps } from "./steps.js";

const page = document.getElementById("whole");
const form = JSON.parse(document.getElementById("questionnaire").textContent);
const items = new Map(form.items.map((item) => [item.name, item]));
// Drawn once for this place in the history: whoever loads the page anew, or sends once more because
// the line broke, is one response. A while after sending it is somebody else at a shared device.
const SAME_PERSON = 60_000; // milliseconds
const { seed, submission } = isSamePerson(history.state) ? history.state : drawn();
const moment = { ...JSON.parse(document.getElementById("moment").textContent), seed };
const touched = new Set(); // slots a person has typed into
const told = new Set(); // slots whose problem is shown, until it is mended
const listed = new WeakMap(); // list to choose from -> its options, also those a search left out
let state, readings;

page.elements.seed.value = seed;
page.elements.submission.value = submission;

function isSamePerson(kept) {
  return Boolean(kept?.submission) && !(Date.now() - kept.sent > SAME_PERSON);
}

function drawn() {
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  const submission = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  history.replaceState({ seed, submission }, "");
  return { seed, submission };
}

const wrappers = () => [...page.querySelectorAll("[data-slot]")];
const wrapperOf = (slot) => page.querySelector(`[data-slot="${CSS.escape(slot)}"]`);
const SEVERAL = new Set(["select_multiple", "rank"]);
const controlsOf = (wrapper) => [...wrapper.querySelectorAll("input, select, textarea")].filter((each) => each.name);

// Words.

function says(code, particulars = {}, name = "") {
  const own = name && document.querySelector(`#messages [data-of="${CSS.escape(name)}"][data-says="${code}"]`);
  const found = (own || document.querySelector(`#messages [data-says="${code}"]:not([data-of])`)).cloneNode(true);
  for (const [key, value] of Object.entries(particulars)) {
    found.innerHTML = found.innerHTML.replaceAll(`{${key}}`, () => escaped(String(value)));
  }
  return found;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function choiceName(code, name) {
  const list = items.get(name)?.list;
  const place = (form.lists[list] ?? []).findIndex((choice) => choice[0] === code);
  return place < 0 ? "" : (form.labels[list]?.[place] ?? "");
}

function spoken(slot) {
  const name = parted(slot)[0];
  const value = toText(state.values[slot] ?? "");
  if (!items.get(name)?.list) return value;
  return value.split(" ").filter(Boolean).map((code) => choiceName(code, name) || code).join(form.comma);
}

// Reading what stands in the page.

function readAll() {
  const sent = new Map();
  for (const [key, value] of new FormData(page)) {
    if (!key.startsWith("q-") || typeof value !== "string") continue;
    const [slot, part] = key.slice(2).split("=");
    sent.set(slot, [...(sent.get(slot) ?? []), part ? `${part}=${value.trim()}` : value]);
  }
  const found = new Map();
  for (const wrapper of wrappers()) {
    const slot = wrapper.dataset.slot;
    const item = items.get(parted(slot)[0]);
    let raw = sent.get(slot) ?? [];
    if (raw.length && raw.every((part) => /^(year|month|day)=$/.test(part))) raw = [];
    const codes = (form.lists[item.list] ?? []).map((choice) => choice[0]);
    found.set(slot, read(item, raw, codes));
  }
  return found;
}

function update() {
  readings = readAll();
  const answers = {};
  for (const [slot, { answer }] of readings) if (answer !== undefined) answers[slot] = answer;
  for (const name of Object.keys(form.repeats)) {
    const size = page.elements[`q-${name}`];
    if (size) answers[name] = Number(size.value);
  }
  state = stateOf(form, answers, moment, choiceName);
  grow();
  if (fillIn()) return update();
  show();
}

// Defaults that are worked out stand there until the person types.
function fillIn() {
  let changed = false;
  for (const wrapper of wrappers()) {
    const slot = wrapper.dataset.slot;
    const rule = items.get(parted(slot)[0]).dynamic_default;
    if (!rule || items.get(parted(slot)[0]).computed || touched.has(slot) || !state.asked.has(slot)) continue;
    const value = toText(worth(state, rule, slot));
    const given = SEVERAL.has(items.get(parted(slot)[0]).type) ? value.split(" ").filter(Boolean) : [value];
    if (value && setValue(wrapper, given)) changed = true;
  }
  return changed;
}

// Showing.

function show() {
  for (const wrapper of wrappers()) {
    const slot = wrapper.dataset.slot;
    const item = items.get(parted(slot)[0]);
    wrapper.hidden = !state.asked.has(slot);
    if (wrapper.hidden) continue;
    needs(wrapper, item, slot);
    filterChoices(wrapper, item, slot);
    if (told.has(slot)) tell(slot);
  }
  for (const place of page.querySelectorAll("[data-answer]")) fill(place);
  for (const block of page.querySelectorAll(".block")) {
    block.hidden = ![...block.querySelectorAll("[data-slot]")].some((wrapper) => !wrapper.hidden);
  }
  for (const section of page.querySelectorAll("section.asked-part")) {
    const shows = [...section.querySelectorAll(".block")].some((block) => !block.hidden);
    section.hidden = !shows && !(section.dataset.grows && state.asked.has(section.dataset.repeat));
  }
  progress();
}

function fill(place) {
  const instance = parted(place.closest("[data-slot]")?.dataset.slot ?? "")[1]
    ?? parted(place.closest(".instance")?.querySelector("[data-slot]")?.dataset.slot ?? "")[1];
  const own = slotOf(place.dataset.answer, instance);
  const text = spoken(own in state.values ? own : place.dataset.answer);
  if (place.textContent !== text) place.textContent = text;
}

function needs(wrapper, item, slot) {
  const label = wrapper.querySelector("legend, label, .grid-label > span");
  if (!item.required || !label || label.querySelector(".optional:not([data-now])")) return;
  const needed = holds(state, item.required, slot, false);
  const mark = label.querySelector("[data-now]");
  if (needed && !mark) {
    const made = Object.assign(document.createElement("span"), { className: "optional" });
    made.dataset.now = "";
    made.append(" ", ...says("needs").childNodes);
    label.append(made);
  } else if (!needed) mark?.remove();
}

function filterChoices(wrapper, item, slot) {
  if (!item.filter || !form.lists[item.list]) return;
  const places = new Set(offered(state, item, slot));
  const select = item.type === "rank" ? null : wrapper.querySelector("select");
  for (const [place, option] of (listed.get(select) ?? []).entries()) option.hidden = option.disabled = !places.has(place);
  if (select) {
    if (select.selectedOptions[0]?.disabled) select.value = "";
    return;
  }
  for (const place of form.lists[item.list].keys()) {
    const control = wrapper.querySelector(`#${CSS.escape(`q-${slot}-${place}`)}`);
    if (!control) continue;
    control.closest(".choice, .ranked-line").hidden = !places.has(place);
    if (!places.has(place)) item.type === "rank" ? (control.selectedIndex = 0) : (control.checked = false);
  }
}

function progress() {
  const asked = wrappers().filter((wrapper) => !wrapper.hidden && isAnswered(wrapper.dataset.slot));
  const done = asked.filter((wrapper) => readings.get(wrapper.dataset.slot)?.answer !== undefined);
  const bar = document.getElementById("how-far-bar");
  bar.max = asked.length || 1;
  bar.value = done.length;
  const left = asked.length - done.length;
  bar.labels[0].replaceChildren(...says(left ? "left" : "done", { n: left }).childNodes);
}

function isAnswered(slot) {
  const item = items.get(parted(slot)[0]);
  return item.type !== "note" && !item.computed;
}

// Problems.

function problemAt(slot) {
  const item = items.get(parted(slot)[0]);
  if (!state.asked.has(slot) || !isAnswered(slot)) return null;
  const { answer, problem } = readings.get(slot) ?? {};
  return problem ?? problemOf(state, item, slot, answer);
}

// Shows or takes away the problem of a slot; gives the words, or null.
function tell(slot) {
  const wrapper = wrapperOf(slot);
  const problem = problemAt(slot);
  const id = mark(wrapper, Boolean(problem));
  if (!problem) {
    told.delete(slot);
    return null;
  }
  told.add(slot);
  const words = says(problem[0], problem[1], parted(slot)[0]);
  for (const place of words.querySelectorAll("[data-answer]")) fill(place);
  const shown = Object.assign(document.createElement("p"), { className: "error", id });
  const unseen = Object.assign(document.createElement("span"), { className: "unseen" });
  unseen.append(...says("error").childNodes, " ");
  shown.append(unseen, ...words.cloneNode(true).childNodes);
  (wrapper.querySelector(".grid-label") ?? wrapper.querySelector(".hint, legend, label")).after(shown);
  return words;
}

// Marks a question as wrong, or as right again, without the words; gives the id of the words.
function mark(wrapper, wrong) {
  const id = `q-${wrapper.dataset.slot}-error`;
  document.getElementById(id)?.remove();
  wrapper.classList.toggle("wrong", wrong);
  const controls = controlsOf(wrapper);
  const described = wrapper.matches("fieldset, [role=radiogroup]") ? [wrapper] : controls.slice(0, 1);
  for (const each of described) describe(each, id, wrong);
  for (const each of controls) wrong ? each.setAttribute("aria-invalid", "true") : each.removeAttribute("aria-invalid");
  return id;
}

function describe(element, id, wrong) {
  const others = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  const all = wrong ? [...others, id] : others;
  all.length ? element.setAttribute("aria-describedby", all.join(" ")) : element.removeAttribute("aria-describedby");
}

// Tells every problem among these slots; true if there is none.
function check(slots) {
  update();
  const wrong = slots.map((slot) => [slot, tell(slot)]).filter(([, words]) => words);
  const summary = document.getElementById("errors");
  summary.hidden = !wrong.length;
  summary.querySelector("ul").replaceChildren(...wrong.map(([slot, words]) => summaryLine(slot, words)));
  return !wrong.length;
}

function summaryLine(slot, words) {
  const wrapper = wrapperOf(slot);
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${controlsOf(wrapper).find((control) => control.id && control.type !== "hidden")?.id ?? wrapper.id}`;
  const asked = Object.assign(document.createElement("span"), { className: "asked-of" });
  asked.textContent = (wrapper.querySelector("legend, label, .grid-label > span")?.textContent ?? "").trim();
  link.append(asked, " ", ...words.childNodes);
  line.append(link);
  return line;
}

// Repeats.

function grow() {
  for (const section of page.querySelectorAll("[data-repeat]")) {
    const size = state.sizes[section.dataset.repeat] ?? 0;
    const shown = section.querySelectorAll(".instance");
    for (let at = shown.length; at < size; at += 1) addInstance(section, at);
    for (const [at, instance] of shown.entries()) instance.hidden = at >= size;
    const none = section.querySelector("[data-none]");
    if (none) none.hidden = size > 0;
    const add = section.querySelector("[data-add]");
    if (add) add.hidden = size >= Number(section.dataset.grows);
  }
}

function addInstance(section, at) {
  const template = section.querySelector("template");
  const made = template.content.cloneNode(true);
  for (const element of made.querySelectorAll("*")) number(element, at);
  for (const place of made.querySelectorAll("[data-number]")) place.textContent = at + 1;
  const instances = section.querySelectorAll(".instance");
  (instances[instances.length - 1] ?? template).after(made);
  const added = section.querySelectorAll(".instance")[at];
  prepare(added);
  readings = readAll();
}

// Only what ties elements together: an author's own words may hold "__", too.
function number(element, at) {
  for (const name of ["id", "name", "for", "data-slot", "aria-labelledby", "aria-describedby"]) {
    const open = element.getAttribute(name);
    if (open?.includes("__")) element.setAttribute(name, open.replaceAll(":__", `:${at}`).replaceAll("-__", `-${at}`));
  }
}

function resize(section, by) {
  const size = page.elements[`q-${section.dataset.repeat}`];
  size.value = Math.max(0, Number(size.value) + by);
  update();
}

function removeInstance(section, gone) {
  const instances = [...section.querySelectorAll(".instance")];
  for (const wrapper of section.querySelectorAll("[data-slot].wrong")) mark(wrapper, false);
  for (let at = gone; at + 1 < instances.length; at += 1) copyValues(instances[at + 1], instances[at]);
  instances[instances.length - 1].remove();
  for (const slots of [touched, told]) moveUp(slots, form.repeats[section.dataset.repeat], gone, instances.length);
  resize(section, -1);
  (section.querySelector("[data-add]") ?? section).focus();
}

function moveUp(slots, names, gone, size) {
  for (const name of names) {
    for (let at = gone; at < size; at += 1) {
      if (slots.has(slotOf(name, at + 1))) slots.add(slotOf(name, at));
      else slots.delete(slotOf(name, at));
    }
  }
}

// Question by question: the choices of each may stand in an order of its own.
function copyValues(from, to) {
  const targets = to.querySelectorAll("[data-slot]");
  for (const [at, wrapper] of [...from.querySelectorAll("[data-slot]")].entries()) {
    const controls = controlsOf(wrapper).filter((each) => !/radio|checkbox/.test(each.type) || each.checked);
    const part = (control) => control.name.split("=")[1];
    setValue(targets[at], controls.map((each) => (part(each) ? `${part(each)}=${each.value}` : each.value)).filter(Boolean));
  }
}

// What was typed before (another language, or a mistake the server found) comes back.

function setValue(wrapper, given) {
  const slot = wrapper.dataset.slot;
  const typed = given.filter((each) => !each.startsWith(DECLINED));
  const before = controlsOf(wrapper).map(standing);
  if (items.get(parted(slot)[0]).type === "rank") ranksIn(wrapper, typed);
  for (const control of controlsOf(wrapper)) {
    const part = control.name.slice(2 + slot.length + 1);
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = given.includes(control.value) || (!given.length && control.value === "");
    } else if (items.get(parted(slot)[0]).type !== "rank") {
      if (listed.has(control)) control.replaceChildren(control.options[0], ...listed.get(control));
      control.value = part ? (partsOf(typed)[part] ?? "") : typed[0] ?? "";
      if (control.selectedIndex < 0) control.selectedIndex = 0; // no choice of this list
    }
  }
  return controlsOf(wrapper).some((control, at) => standing(control) !== before[at]);
}

// What a control holds now: a value it does not take leaves it as it was.
function standing(control) {
  return control.type === "radio" || control.type === "checkbox" ? control.checked : control.value;
}

function partsOf(given) {
  if (given.some((part) => part.includes("="))) return Object.fromEntries(given.map((part) => part.split("=")));
  const [year, month, day] = (given[0] ?? "").split("-");
  return { year, month: month && String(Number(month)), day: day && String(Number(day)) };
}

function restore() {
  const typed = JSON.parse(document.getElementById("typed").textContent);
  for (const name of Object.keys(form.repeats)) {
    if (typed[name] && page.elements[`q-${name}`]) page.elements[`q-${name}`].value = typed[name][0];
  }
  // An answer may be the number of instances: those are there only after the next update.
  const waiting = new Map(Object.entries(typed));
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    update();
    for (const [slot, given] of waiting) if (bringBack(slot, given)) waiting.delete(slot);
  }
}

function bringBack(slot, given) {
  const wrapper = wrapperOf(slot);
  if (!wrapper) return false;
  touched.add(slot);
  setValue(wrapper, given);
  return true;
}

// Choices in an order of one's own; what stands alone unticks the rest.

function mix(within) {
  for (const wrapper of within.querySelectorAll("[data-slot]")) {
    const item = items.get(parted(wrapper.dataset.slot)[0]);
    if (!item.mixed || item.seed?.includes("$")) continue;
    const choices = form.lists[item.list];
    const key = (place) => chance(item.seed || String(seed), wrapper.dataset.slot, choices[place][0]);
    const places = [...choices.keys()].filter((place) => !choices[place][3]);
    const kept = [...choices.keys()].filter((place) => choices[place][3]);
    const order = [...places.sort((one, other) => key(one) - key(other)), ...kept];
    const lines = order.map((place) => wrapper.querySelector(`#${CSS.escape(`q-${wrapper.dataset.slot}-${place}`)}`)?.closest(".choice, .ranked-line"));
    const marker = document.createComment("");
    lines[0]?.parentNode.insertBefore(marker, wrapper.querySelector(".choice, .ranked-line"));
    for (const line of lines) if (line) marker.parentNode.insertBefore(line, marker);
    marker.remove();
  }
}

function standAlone(input) {
  const slot = input.name.slice(2);
  const item = items.get(parted(slot)[0]);
  if (item?.type !== "select_multiple" || !input.checked) return;
  const alone = new Set(form.lists[item.list].filter((choice) => choice[2]).map((choice) => choice[0]));
  for (const other of page.querySelectorAll(`input[name="${CSS.escape(input.name)}"]`)) {
    if (other !== input && (alone.has(input.value) || alone.has(other.value))) other.checked = false;
  }
}

function prepare(within) {
  for (const select of within.querySelectorAll("select")) listed.set(select, [...select.options].slice(1));
  mix(within);
  rankings(within, says);
  searches(within, says);
}

// Beginning.

page.addEventListener("input", (event) => {
  const slot = event.target.closest("[data-slot]")?.dataset.slot;
  if (slot) touched.add(slot);
  update();
});
page.addEventListener("change", (event) => {
  const slot = event.target.closest("[data-slot]")?.dataset.slot;
  if (event.target.type === "checkbox") standAlone(event.target);
  update();
  // A mistake is told when the person leaves the question; a missing answer only when sending.
  const { answer, problem } = readings.get(slot) ?? {};
  if (answer !== undefined || problem) tell(slot);
});
page.addEventListener("click", (event) => {
  const section = event.target.closest("[data-repeat]");
  if (event.target.closest("[data-add]")) {
    resize(section, 1);
    const instances = section.querySelectorAll(".instance");
    const last = instances[instances.length - 1];
    if (last) controlsOf(last)[0]?.focus();
  } else if (event.target.closest("[data-remove]")) {
    removeInstance(section, [...section.querySelectorAll(".instance")].indexOf(event.target.closest(".instance")));
  }
});
page.addEventListener("submit", (event) => {
  const act = event.submitter?.value ?? "send";
  if (act === "send" || act === "review") {
    if (!check(wrappers().map((wrapper) => wrapper.dataset.slot))) {
      event.preventDefault();
      document.getElementById("errors").focus();
      return;
    }
  }
  if (page.dataset.sent) event.preventDefault();
  page.dataset.sent = "yes";
  history.replaceState({ seed, submission, sent: Date.now() }, "");
});
addEventListener("pageshow", () => delete page.dataset.sent);

prepare(page);
restore();
page.hidden = false;
update();
steps(page, check);
