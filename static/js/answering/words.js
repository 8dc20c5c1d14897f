// The words of the page: what the script says stands in it, in its language, and what a person has
// answered comes into other texts.

import { parted, slotOf } from "../asking.js";
import { toText } from "../rules/values.js";
import { form, itemOf, labelOf } from "./place.js";
import { state } from "./reading.js";

export function says(code, particulars = {}, name = "") {
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

export function fillAnswers(within) {
  for (const place of within.querySelectorAll("[data-answer]")) fill(place);
}

function fill(place) {
  const instance = parted(place.closest("[data-slot]")?.dataset.slot ?? "")[1]
    ?? parted(place.closest(".instance")?.querySelector("[data-slot]")?.dataset.slot ?? "")[1];
  const own = slotOf(place.dataset.answer, instance);
  const text = spoken(own in state.values ? own : place.dataset.answer);
  if (place.textContent !== text) place.textContent = text;
}

function spoken(slot) {
  const value = toText(state.values[slot] ?? "");
  if (!itemOf(slot)?.list) return value;
  const name = parted(slot)[0];
  return value.split(" ").filter(Boolean).map((code) => labelOf(code, name) || code).join(form.comma);
}
