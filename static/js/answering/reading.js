// What stands in the page as answers, and what follows from them.

import { stateOf } from "../asking.js";
import { read } from "../typed.js";
import { form, itemOf, labelOf, moment, page, wrappers } from "./place.js";

export let readings; // slot -> what was typed there: {answer} or {problem}
export let state; // what is asked now, and what each question is worth

export function readAnew() {
  readings = readAll();
}

export function workOut() {
  readAnew();
  const answers = {};
  for (const [slot, { answer }] of readings) if (answer !== undefined) answers[slot] = answer;
  for (const name of Object.keys(form.repeats)) {
    const size = page.elements[`q-${name}`];
    if (size) answers[name] = Number(size.value);
  }
  state = stateOf(form, answers, moment, labelOf);
}

function readAll() {
  const sent = allSent();
  const found = new Map();
  for (const wrapper of wrappers()) {
    const slot = wrapper.dataset.slot;
    const item = itemOf(slot);
    let raw = sent.get(slot) ?? [];
    if (raw.length && raw.every((part) => /^(year|month|day)=$/.test(part))) raw = [];
    const codes = (form.lists[item.list] ?? []).map((choice) => choice[0]);
    found.set(slot, read(item, raw, codes));
  }
  return found;
}

function allSent() {
  const sent = new Map();
  for (const [key, value] of new FormData(page)) {
    if (!key.startsWith("q-") || typeof value !== "string") continue;
    const [slot, part] = key.slice(2).split("=");
    sent.set(slot, [...(sent.get(slot) ?? []), part ? `${part}=${value.trim()}` : value]);
  }
  return sent;
}

// Whether a person answers there: nobody answers a note, or what is worked out.
export function isAnswered(slot) {
  const item = itemOf(slot);
  return item.type !== "note" && !item.computed;
}
