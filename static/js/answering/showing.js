// What shows: questions that are asked, whether they need an answer, and how far a person has come.

import { holds } from "../asking.js";
import { filterChoices } from "./choices.js";
import { itemOf, page, wrappers } from "./place.js";
import { isAnswered, readings, state } from "./reading.js";
import { tell, told } from "./telling.js";
import { fillAnswers, says } from "./words.js";

export function show() {
  for (const wrapper of wrappers()) showQuestion(wrapper, wrapper.dataset.slot);
  fillAnswers(page);
  for (const block of page.querySelectorAll(".block")) {
    block.hidden = ![...block.querySelectorAll("[data-slot]")].some((wrapper) => !wrapper.hidden);
  }
  for (const section of page.querySelectorAll("section.asked-part")) {
    const shows = [...section.querySelectorAll(".block")].some((block) => !block.hidden);
    section.hidden = !shows && !(section.dataset.grows && state.asked.has(section.dataset.repeat));
  }
  progress();
}

function showQuestion(wrapper, slot) {
  wrapper.hidden = !state.asked.has(slot);
  if (wrapper.hidden) return;
  needs(wrapper, itemOf(slot), slot);
  filterChoices(wrapper, itemOf(slot), slot);
  if (told.has(slot)) tell(slot);
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

function progress() {
  const asked = wrappers().filter((wrapper) => !wrapper.hidden && isAnswered(wrapper.dataset.slot));
  const done = asked.filter((wrapper) => readings.get(wrapper.dataset.slot)?.answer !== undefined);
  const bar = document.getElementById("how-far-bar");
  bar.max = asked.length || 1;
  bar.value = done.length;
  const left = asked.length - done.length;
  bar.labels[0].replaceChildren(...says(left ? "left" : "done", { n: left }).childNodes);
}
