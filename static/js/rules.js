// The rules of a questionnaire, with the trees and the meaning of lipnet/questionnaire/expressions.
// evaluate(tree, context) gives a text, a number or true/false. The context is Python's as a plain
// object, with choiceName for choice_name; only moment {date, datetime, seed} must be there.

import { FUNCTIONS } from "./rules/functions.js";
import { chance, cut, onNumbers, toNumber, toText } from "./rules/values.js";

const LONGEST_TEXT = 20000;

export function evaluate(tree, context) {
  const [kind, value, , ...parts] = tree;
  if (kind === "number" || kind === "text") return value;
  if (kind === "answer") return named(context.values, value);
  if (kind === "column") return named(context.columns, value);
  if (kind === "self") return context.own ?? "";
  if (kind === "negative") return -toNumber(evaluate(parts[0], context));
  if (kind === "operator") return calculated(value, parts, context);
  return kind === "call" ? called(tree, context) : "";
}

function named(values, name) {
  return values && Object.hasOwn(values, name) ? (values[name] ?? "") : "";
}

function calculated(operator, parts, context) {
  const value = (part) => evaluate(part, context);
  if (operator === "or") return parts.some(value);
  if (operator === "and") return parts.every(value);
  if (operator === "|") return firstGiven(parts, context);
  return parts.map(value).reduce(FOLDS[operator]);
}

function firstGiven([part, ...others], context) {
  const found = evaluate(part, context);
  return found === "" && others.length ? firstGiven(others, context) : found;
}

function equal(left, right) {
  const types = [typeof left, typeof right];
  if (types.includes("boolean")) return !left === !right;
  return types.includes("number") ? toNumber(left) === toNumber(right) : left === right;
}

const FOLDS = {
  "=": equal,
  "!=": (left, right) => !equal(left, right),
  "<": onNumbers((a, b) => a < b),
  "<=": onNumbers((a, b) => a <= b),
  ">": onNumbers((a, b) => a > b),
  ">=": onNumbers((a, b) => a >= b),
  "+": onNumbers((a, b) => a + b),
  "-": onNumbers((a, b) => a - b),
  "*": onNumbers((a, b) => a * b),
  div: onNumbers((a, b) => a / b),
  mod: onNumbers((a, b) => a % b),
};

function called(tree, context) {
  const [, name, , ...parts] = tree;
  if (CALLS[name]) return CALLS[name](parts, context, tree);
  const found = FUNCTIONS[name]?.(...argumentsOf(name, parts, context)) ?? "";
  return found.length > LONGEST_TEXT ? cut(found, 0, LONGEST_TEXT) : found;
}

// Outside of a repeat, these take every instance of its questions.
function argumentsOf(name, parts, context) {
  const { series = {}, within = [] } = context;
  return parts.flatMap((part, place) => {
    const many = SUMMING_UP.has(name) && !(name === "join" && place === 0) && part[0] === "answer";
    const spread = many && Object.hasOwn(series, part[1]) && !within.includes(part[1]);
    return spread ? series[part[1]] : [evaluate(part, context)];
  });
}

function chosen([test, yes, no], context) {
  return evaluate(evaluate(test, context) ? yes : no, context);
}

function instance([answer, , number], context) {
  const wanted = toNumber(evaluate(number, context));
  const series = answer[0] === "answer" && named(context.series, answer[1]);
  if (series) return series[wanted - 1] ?? "";
  return wanted === 1 ? evaluate(answer, context) : "";
}

function choiceName([code, question], context) {
  if (question[0] !== "answer") return "";
  return context.choiceName?.(toText(evaluate(code, context)), question[1]) ?? "";
}

const SUMMING_UP = new Set(["sum", "min", "max", "count", "count-non-empty", "join", "concat"]);

// These look at their parts themselves.
const CALLS = {
  __proto__: null,
  if: chosen,
  coalesce: firstGiven,
  once: firstGiven,
  today: (parts, context) => context.moment.date,
  now: (parts, context) => context.moment.datetime,
  random: (parts, { moment, item = "" }, [, , place]) => chance(moment.seed, item, place),
  position: (parts, context) => context.position ?? 1,
  "indexed-repeat": instance,
  "jr:choice-name": choiceName,
};
