// Answers put into the controls of a question: typed before, worked out, or moved from another.

import { ranksIn } from "../controls.js";
import { DECLINED } from "../typed.js";
import { unsearched } from "./choices.js";
import { controlsOf, itemOf } from "./place.js";

export const touched = new Set(); // slots a person has typed into

// True if that changed anything.
export function setValue(wrapper, given) {
  const slot = wrapper.dataset.slot;
  const typed = given.filter((each) => !each.startsWith(DECLINED));
  const before = controlsOf(wrapper).map(standing);
  const ranks = itemOf(slot).type === "rank";
  if (ranks) ranksIn(wrapper, typed);
  for (const control of controlsOf(wrapper)) {
    const part = control.name.slice(2 + slot.length + 1);
    if (isTicked(control)) {
      control.checked = given.includes(control.value) || (!given.length && control.value === "");
    } else if (!ranks) {
      unsearched(control);
      control.value = part ? (partsOf(typed)[part] ?? "") : typed[0] ?? "";
      if (control.selectedIndex < 0) control.selectedIndex = 0; // no choice of this list
    }
  }
  return controlsOf(wrapper).some((control, at) => standing(control) !== before[at]);
}

// What a control holds now: a value it does not take leaves it as it was.
function standing(control) {
  return isTicked(control) ? control.checked : control.value;
}

function isTicked(control) {
  return control.type === "radio" || control.type === "checkbox";
}

function partsOf(given) {
  if (given.some((part) => part.includes("="))) return Object.fromEntries(given.map((part) => part.split("=")));
  const [year, month, day] = (given[0] ?? "").split("-");
  return { year, month: month && String(Number(month)), day: day && String(Number(day)) };
}

// Question by question: the choices of each may stand in an order of its own.
export function copyValues(from, to) {
  const targets = to.querySelectorAll("[data-slot]");
  for (const [at, wrapper] of [...from.querySelectorAll("[data-slot]")].entries()) {
    const controls = controlsOf(wrapper).filter((each) => !isTicked(each) || each.checked);
    const part = (control) => control.name.split("=")[1];
    setValue(targets[at], controls.map((each) => (part(each) ? `${part(each)}=${each.value}` : each.value)).filter(Boolean));
  }
}
