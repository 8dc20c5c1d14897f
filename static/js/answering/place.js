// The page and the questionnaire on it, as they were sent; and the two numbers each browser draws.

import { parted } from "../asking.js";

export const page = document.getElementById("whole");
export const form = JSON.parse(document.getElementById("questionnaire").textContent);
const items = new Map(form.items.map((item) => [item.name, item]));
// Drawn once for this place in the history: whoever loads the page anew, or sends once more because
// the line broke, is one response. A while after sending it is somebody else at a shared device.
const SAME_PERSON = 60_000; // milliseconds
const { seed, submission } = isSamePerson(history.state) ? history.state : drawn();
export const moment = { ...JSON.parse(document.getElementById("moment").textContent), seed };

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

export function noteSent() {
  history.replaceState({ seed, submission, sent: Date.now() }, "");
}

export function itemOf(slot) {
  return items.get(parted(slot)[0]);
}

export const wrappers = () => [...page.querySelectorAll("[data-slot]")];
export const wrapperOf = (slot) => page.querySelector(`[data-slot="${CSS.escape(slot)}"]`);

export function controlsOf(wrapper) {
  return [...wrapper.querySelectorAll("input, select, textarea")].filter((each) => each.name);
}

export function labelOf(code, name) {
  const list = items.get(name)?.list;
  const place = (form.lists[list] ?? []).findIndex((choice) => choice[0] === code);
  return place < 0 ? "" : (form.labels[list]?.[place] ?? "");
}
