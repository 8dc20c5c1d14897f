// Choices in an order of one's own, those that are offered now, and what stands alone.

import { offered } from "../asking.js";
import { rankings, searches } from "../controls.js";
import { chance } from "../rules/values.js";
import { form, itemOf, moment, page } from "./place.js";
import { state } from "./reading.js";
import { says } from "./words.js";

const listed = new WeakMap(); // list to choose from -> its options, also those a search left out

// What script adds to questions, once for each.
export function prepare(within) {
  for (const select of within.querySelectorAll("select")) listed.set(select, [...select.options].slice(1));
  mix(within);
  rankings(within, says);
  searches(within, says);
}

// Everything that may be chosen from a list, also what a search left out.
export function unsearched(select) {
  if (listed.has(select)) select.replaceChildren(select.options[0], ...listed.get(select));
}

function mix(within) {
  for (const wrapper of within.querySelectorAll("[data-slot]")) {
    const item = itemOf(wrapper.dataset.slot);
    if (!item.mixed || item.seed?.includes("$")) continue;
    const choices = form.lists[item.list];
    const key = (place) => chance(item.seed || String(moment.seed), wrapper.dataset.slot, choices[place][0]);
    const places = [...choices.keys()].filter((place) => !choices[place][3]);
    const kept = [...choices.keys()].filter((place) => choices[place][3]);
    const order = [...places.sort((one, other) => key(one) - key(other)), ...kept];
    arrange(wrapper, order.map((place) => lineOf(controlAt(wrapper, place))));
  }
}

function arrange(wrapper, lines) {
  const marker = document.createComment("");
  lines[0]?.parentNode.insertBefore(marker, wrapper.querySelector(".choice, .ranked-line"));
  for (const line of lines) if (line) marker.parentNode.insertBefore(line, marker);
  marker.remove();
}

function controlAt(wrapper, place) {
  return wrapper.querySelector(`#${CSS.escape(`q-${wrapper.dataset.slot}-${place}`)}`);
}

function lineOf(control) {
  return control?.closest(".choice, .ranked-line");
}

export function filterChoices(wrapper, item, slot) {
  if (!item.filter || !form.lists[item.list]) return;
  const places = new Set(offered(state, item, slot));
  const select = item.type === "rank" ? null : wrapper.querySelector("select");
  for (const [place, option] of (listed.get(select) ?? []).entries()) option.hidden = option.disabled = !places.has(place);
  if (select) {
    if (select.selectedOptions[0]?.disabled) select.value = "";
    return;
  }
  for (const place of form.lists[item.list].keys()) {
    const control = controlAt(wrapper, place);
    if (!control) continue;
    lineOf(control).hidden = !places.has(place);
    if (!places.has(place)) item.type === "rank" ? (control.selectedIndex = 0) : (control.checked = false);
  }
}

export function standAlone(input) {
  const item = itemOf(input.name.slice(2));
  if (item?.type !== "select_multiple" || !input.checked) return;
  const alone = new Set(form.lists[item.list].filter((choice) => choice[2]).map((choice) => choice[0]));
  for (const other of page.querySelectorAll(`input[name="${CSS.escape(input.name)}"]`)) {
    if (other !== input && (alone.has(input.value) || alone.has(other.value))) other.checked = false;
  }
}
