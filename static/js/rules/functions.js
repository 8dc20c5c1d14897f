import { matches } from "./patterns.js";
import { cut, formatted, isTrue, iso, stripped, words } from "./values.js";
import { onNumbers, onTexts, toNumber, toText, toWhole } from "./values.js";

function selectedAt(codes, place) {
  const number = toNumber(place);
  return number >= 0 ? (words(toText(codes))[Math.trunc(number)] ?? "") : "";
}

function substr(text, ...places) {
  const numbers = places.map(toNumber);
  return numbers.every(isFinite) ? cut(toText(text), ...numbers) : "";
}

function substringAfter(text, part) {
  const at = text.indexOf(part);
  return at < 0 ? "" : text.slice(at + part.length);
}

function substring(value, from, length) {
  const start = rounded(from);
  const stop = length === undefined ? Infinity : start + rounded(length);
  return [...toText(value)].filter((_, at) => start <= at + 1 && at + 1 < stop).join("");
}

function translate(text, from, to) {
  const fresh = [...to];
  const table = new Map([...from].map((letter, at) => [letter, fresh[at] ?? ""]).reverse());
  return Array.from(text, (letter) => table.get(letter) ?? letter).join("");
}

function rounded(value, places = 0) {
  const [number, digits] = [toNumber(value), toNumber(places)];
  if (!isFinite(number) || !(Math.abs(digits) <= 15)) return number;
  const factor = Number(`1e${Math.trunc(digits)}`);
  const scaled = number * factor + 0.5;
  return Math.abs(scaled) < 2 ** 53 ? (Math.floor(scaled) + 0) / factor : number;
}

// By multiplication: the powers of two machines may differ in the last digit.
function power(base, exponent) {
  const times = Math.abs(exponent);
  if (times % 1 || !(times <= 1000)) return base ** exponent;
  const found = Array(times).fill(base).reduce((left, right) => left * right, 1);
  return exponent < 0 ? 1 / found : found;
}

const filled = (given) => given.filter((value) => value !== "");
const extreme = (best) => (...given) => {
  const numbers = filled(given).map(toNumber);
  return numbers.length ? best(...numbers) : "";
};
const sum = (...given) => filled(given).reduce((found, value) => found + toNumber(value), 0);
const count = (...given) => filled(given).length;

// These are given values. How many they take was checked with the rule.
export const FUNCTIONS = {
  __proto__: null,
  true: () => true,
  false: () => false,
  not: (value) => !value,
  boolean: isTrue,
  "boolean-from-string": onTexts((text) => /^(true|1)$/.test(stripped(text))),
  number: toNumber,
  string: toText,
  selected: onTexts((codes, code) => words(codes).includes(stripped(code))),
  "selected-at": selectedAt,
  "count-selected": onTexts((codes) => words(codes).length),
  concat: onTexts((...texts) => texts.join("")),
  join: onTexts((between, ...texts) => texts.join(between)),
  "string-length": onTexts((text) => [...text].length),
  contains: onTexts((text, part) => text.includes(part)),
  "starts-with": onTexts((text, part) => text.startsWith(part)),
  "ends-with": onTexts((text, part) => text.endsWith(part)),
  substr: substr,
  substring: substring,
  "substring-before": onTexts((text, part) => text.slice(0, Math.max(text.indexOf(part), 0))),
  "substring-after": onTexts(substringAfter),
  "normalize-space": onTexts((text) => words(text).join(" ")),
  translate: onTexts(translate),
  regex: onTexts(matches),
  int: toWhole(Math.trunc),
  round: rounded,
  floor: toWhole(Math.floor),
  ceiling: toWhole(Math.ceil),
  abs: (value) => Math.abs(toNumber(value)),
  pow: onNumbers(power),
  min: extreme(Math.min),
  max: extreme(Math.max),
  sum: sum,
  count: count,
  "count-non-empty": count,
  date: (value) => iso(value, 10),
  "date-time": (value) => iso(value, 19),
  "decimal-date-time": toNumber,
  "format-date": formatted,
  "format-date-time": formatted,
};
