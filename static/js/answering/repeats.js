// Members of a household and the like: as many instances as the person adds, or an answer says.

import { slotOf } from "../asking.js";
import { prepare } from "./choices.js";
import { form, page } from "./place.js";
import { readAnew, state } from "./reading.js";
import { mark, told } from "./telling.js";
import { copyValues, touched } from "./values.js";

export const instancesOf = (section) => [...section.querySelectorAll(".instance")];

export function grow() {
  for (const section of page.querySelectorAll("[data-repeat]")) {
    const size = state.sizes[section.dataset.repeat] ?? 0;
    const shown = instancesOf(section);
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
  for (const element of made.querySelectorAll("*")) numbered(element, at);
  for (const place of made.querySelectorAll("[data-number]")) place.textContent = at + 1;
  (instancesOf(section).pop() ?? template).after(made);
  prepare(instancesOf(section)[at]);
  readAnew();
}

// Only what ties elements together: an author's own words may hold "__", too.
function numbered(element, at) {
  for (const name of ["id", "name", "for", "data-slot", "aria-labelledby", "aria-describedby"]) {
    const open = element.getAttribute(name);
    if (open?.includes("__")) element.setAttribute(name, open.replaceAll(":__", `:${at}`).replaceAll("-__", `-${at}`));
  }
}

export function resize(section, by) {
  const size = page.elements[`q-${section.dataset.repeat}`];
  size.value = Math.max(0, Number(size.value) + by);
}

export function removeInstance(section, gone) {
  const instances = instancesOf(section);
  for (const wrapper of section.querySelectorAll("[data-slot].wrong")) mark(wrapper, false);
  for (let at = gone; at + 1 < instances.length; at += 1) copyValues(instances[at + 1], instances[at]);
  instances[instances.length - 1].remove();
  for (const slots of [touched, told]) moveUp(slots, form.repeats[section.dataset.repeat], gone, instances.length);
  resize(section, -1);
}

function moveUp(slots, names, gone, size) {
  for (const name of names) {
    for (let at = gone; at < size; at += 1) {
      if (slots.has(slotOf(name, at + 1))) slots.add(slotOf(name, at));
      else slots.delete(slotOf(name, at));
    }
  }
}
