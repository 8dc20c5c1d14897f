// Mistakes and missing answers: told at the question, and together above the page.

import { parted, problemOf } from "../asking.js";
import { controlsOf, itemOf, wrapperOf } from "./place.js";
import { isAnswered, readings, state } from "./reading.js";
import { fillAnswers, says } from "./words.js";

export const told = new Set(); // slots whose problem is shown, until it is mended

function problemAt(slot) {
  if (!state.asked.has(slot) || !isAnswered(slot)) return null;
  const { answer, problem } = readings.get(slot) ?? {};
  return problem ?? problemOf(state, itemOf(slot), slot, answer);
}

// Shows or takes away the problem of a slot; gives the words, or null.
export function tell(slot) {
  const wrapper = wrapperOf(slot);
  const problem = problemAt(slot);
  const id = mark(wrapper, Boolean(problem));
  if (!problem) {
    told.delete(slot);
    return null;
  }
  told.add(slot);
  const words = says(problem[0], problem[1], parted(slot)[0]);
  fillAnswers(words);
  const shown = Object.assign(document.createElement("p"), { className: "error", id });
  const unseen = Object.assign(document.createElement("span"), { className: "unseen" });
  unseen.append(...says("error").childNodes, " ");
  shown.append(unseen, ...words.cloneNode(true).childNodes);
  (wrapper.querySelector(".grid-label") ?? wrapper.querySelector(".hint, legend, label")).after(shown);
  return words;
}

// Marks a question as wrong, or as right again, without the words; gives the id of the words.
export function mark(wrapper, wrong) {
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
export function tellAll(slots) {
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
