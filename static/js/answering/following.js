// The page follows the answers: worked out anew, grown, filled in, shown.

import { worth } from "../asking.js";
import { toText } from "../rules/values.js";
import { form, itemOf, page, wrapperOf, wrappers } from "./place.js";
import { state, workOut } from "./reading.js";
import { grow } from "./repeats.js";
import { show } from "./showing.js";
import { setValue, touched } from "./values.js";

const SEVERAL = new Set(["select_multiple", "rank"]);

export function update() {
  workOut();
  grow();
  if (fillIn()) return update();
  show();
}

// Defaults that are worked out stand there until the person types.
function fillIn() {
  let changed = false;
  for (const wrapper of wrappers()) {
    const slot = wrapper.dataset.slot;
    const item = itemOf(slot);
    if (!item.dynamic_default || item.computed || touched.has(slot) || !state.asked.has(slot)) continue;
    const value = toText(worth(state, item.dynamic_default, slot));
    const given = SEVERAL.has(item.type) ? value.split(" ").filter(Boolean) : [value];
    if (value && setValue(wrapper, given)) changed = true;
  }
  return changed;
}

// What was typed before (another language, or a mistake the server found) comes back.
export function restore() {
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
