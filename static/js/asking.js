// Which questions show, and what each is worth: lipnet/questionnaire/state.py in the browser.
// A form is what scripted.py writes; answers are in their stored shapes, by slot ("age", "age:0").

import { evaluate } from "./rules.js";
import { isTrue, toNumber, toText } from "./rules/values.js";

const MOST_INSTANCES = 50;

export function parted(slot) {
  const found = /^(.*):(\d+)$/.exec(slot);
  return found ? [found[1], Number(found[2])] : [slot, null];
}

export function slotOf(name, instance) {
  return instance === null ? name : `${name}:${instance}`;
}

// answers: slot -> answer, and name of a repeat -> number of instances.
// choiceName(code, name): the label of a choice, in the language of the page.
export function stateOf(form, answers, moment, choiceName) {
  const items = new Map(form.items.map((item) => [item.name, item]));
  const state = {
    form, answers, moment, choiceName, items,
    values: Object.create(null), series: Object.create(null),
    sizes: Object.create(null), asked: new Set(), groups: new Map(),
  };
  for (const name of form.order) {
    const item = items.get(name);
    if (item.repeat) settleAll(state, item);
    else settle(state, item, null);
  }
  return state;
}

function settle(state, item, instance) {
  const slot = slotOf(item.name, instance);
  state.values[slot] = "";
  if (isAsked(state, item, slot, instance)) {
    state.asked.add(slot);
    state.values[slot] = valueOf(state, item, slot, state.answers[slot]);
  }
  return state.values[slot];
}

function settleAll(state, item) {
  const repeat = item.repeat;
  if (!(repeat in state.sizes)) {
    const size = sizeOf(state, item);
    state.sizes[repeat] = state.values[repeat] = size;
    state.series[repeat] = Array(size).fill(1);
  }
  const found = [];
  state.series[item.name] = found;
  for (let at = 0; at < state.sizes[repeat]; at += 1) found.push(settle(state, item, at));
  state.values[item.name] = found[0] ?? "";
}

function sizeOf(state, item) {
  const groups = item.groups.map((number) => state.form.groups[number]);
  const at = groups.findIndex((group) => group.repeat);
  if (!groups.slice(0, at + 1).every((group) => groupIsAsked(state, group, group.name, null))) return 0;
  state.asked.add(item.repeat);
  const count = groups[at].count;
  const said = count ? toNumber(worth(state, count, item.repeat, null)) : (state.answers[item.repeat] ?? 1);
  return Number.isFinite(said) ? Math.min(Math.max(Math.trunc(said), 0), MOST_INSTANCES) : 0;
}

// The value of a rule for the item in `slot`; inside a repeat its questions are the own instance's.
export function worth(state, tree, slot, instance = parted(slot)[1], columns = {}) {
  const repeat = instance === null ? "" : (state.items.get(parted(slot)[0])?.repeat ?? "");
  const within = repeat ? state.form.repeats[repeat] : [];
  let values = state.values;
  if (repeat) {
    values = { ...values };
    for (const name of within) values[name] = state.values[slotOf(name, instance)] ?? "";
  }
  return evaluate(tree, {
    values, columns, within,
    moment: state.moment, own: state.values[slot] ?? "", item: slot,
    choiceName: state.choiceName, series: state.series, position: (instance ?? 0) + 1,
  });
}

function isAsked(state, item, slot, instance) {
  let inside = false;
  for (const number of item.groups ?? []) {
    const group = state.form.groups[number];
    const here = inside ? instance : null;
    if (!groupIsAsked(state, group, here === null ? group.name : slot, here, number)) return false;
    inside ||= Boolean(group.repeat);
  }
  return holds(state, item.relevant, slot);
}

function groupIsAsked(state, group, slot, instance, number = state.form.groups.indexOf(group)) {
  if (!group.relevant) return true;
  const key = `${number}:${instance}`;
  if (!state.groups.has(key)) state.groups.set(key, isTrue(worth(state, group.relevant, slot, instance)));
  return state.groups.get(key);
}

export function holds(state, tree, slot, otherwise = true) {
  return tree ? isTrue(worth(state, tree, slot)) : otherwise;
}

function valueOf(state, item, slot, answer) {
  if (item.calculation) return waits(state, item, slot) ? "" : finite(worth(state, item.calculation, slot));
  if (item.computed) {
    return item.dynamic_default ? finite(worth(state, item.dynamic_default, slot)) : (item.fixed ?? "");
  }
  if (item.type === "note") return "";
  if (item.filter && !isDeclined(answer)) answer = stillOffered(state, item, slot, answer);
  return asValue(answer);
}

function waits(state, item, slot) {
  const instance = parted(slot)[1];
  const blank = (name) => (state.values[slotOf(name, instance)] ?? state.values[name] ?? "") === "";
  return item.trigger?.length > 0 && item.trigger.every(blank);
}

// The choices of an item that may be picked now, as their places in the list.
export function offered(state, item, slot) {
  const choices = state.form.lists[item.list] ?? [];
  return choices.map((_, place) => place).filter((place) => offers(state, item, choices[place], slot));
}

function offers(state, item, [code, columns], slot) {
  if (!item.filter) return true;
  return isTrue(worth(state, item.filter, slot, parted(slot)[1], { name: code, ...columns }));
}

function stillOffered(state, item, slot, answer) {
  const choices = state.form.lists[item.list] ?? [];
  const codes = [answer ?? []].flat();
  return codes.filter((code) => choices.some((choice) => choice[0] === code && offers(state, item, choice, slot)));
}

export function isDeclined(answer) {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer);
}

function asValue(answer) {
  if (Array.isArray(answer)) return answer.join(" ");
  return typeof answer === "string" || typeof answer === "number" ? answer : "";
}

function finite(value) {
  return typeof value === "number" && !Number.isFinite(value) ? "" : value;
}

// What keeps an answer from staying: [code, particulars], or null. As problem_of in answering.py.
export function problemOf(state, item, slot, answer) {
  if (answer === undefined || answer === null) {
    return holds(state, item.required, slot, false) ? ["required", {}] : null;
  }
  if (isDeclined(answer)) return null;
  if (item.filter && toText(state.values[slot]) !== [answer].flat().join(" ")) return ["not_offered", {}];
  return misfit(state, item, slot, answer) ?? (holds(state, item.constraint, slot) ? null : ["constraint", {}]);
}

function misfit(state, item, slot, answer) {
  const choices = state.form.lists[item.list] ?? [];
  if (item.type === "range") return outside(item.range, answer);
  if (item.type === "rank") {
    const missing = offered(state, item, slot).filter((place) => !answer.includes(choices[place][0]));
    return missing.length ? ["rank_unfinished", { count: missing.length }] : null;
  }
  const alone = item.type === "select_multiple" && answer.length > 1;
  return alone && choices.some(([code, , stands]) => stands && answer.includes(code)) ? ["stands_alone", {}] : null;
}

function outside([least, most, step], answer) {
  if (answer < Number(least) || answer > Number(most)) return ["out_of_range", { least, most }];
  // Decimal steps are counted in whole units of their last place, so that 0.3 is three times 0.1.
  const places = Math.max(...[least, step, String(answer)].map((text) => (text.split(".")[1] ?? "").length));
  const units = (number) => Math.round(Number(number) * 10 ** places);
  return (units(answer) - units(least)) % units(step) ? ["not_on_scale", { least, most, step }] : null;
}
