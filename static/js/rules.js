// The rules of a questionnaire, with the trees and the meaning of lipnet/questionnaire/expressions.
// evaluate(tree, context) gives a text, a number or true/false. The context is Python's as a plain
// object, with choiceName for choice_name; only moment {date, datetime, seed} must be there.

const LONGEST_TEXT = 20000;
const LONGEST_NUMBER = 400;

// What Python calls space: nearly \s.
const SPACE = "(?:[\\x1c-\\x1f\\x85]|[^\\S\\ufeff])+";
const SPACES = new RegExp(SPACE);
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = 86400000;

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

// "", 0 and NaN are no.
export const isTrue = Boolean;

export function toNumber(value) {
  if (typeof value !== "string") return Number(value);
  if (value.length > LONGEST_NUMBER) return NaN;
  const text = stripped(value);
  return NUMBER.test(text) ? Number(text) : dayNumber(text);
}

// The fewest digits that give the number back, as String does, but never with an exponent.
export function toText(value) {
  if (typeof value !== "number") return String(value);
  const [digits, exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const [, sign, whole, rest] = /^(-?)(\d)\.?(\d*)$/.exec(digits);
  const zeros = "0".repeat(exponent < 0 ? -exponent - 1 : exponent - rest.length);
  return exponent < 0 ? `${sign}0.${zeros}${whole}${rest}` : sign + whole + rest + zeros;
}

function named(values, name) {
  return values && Object.hasOwn(values, name) ? (values[name] ?? "") : "";
}

// Days since 1970-01-01. Never through local time: the clock on the wall counts.
function dayNumber(text) {
  const [date, time] = [text.slice(0, 10), stripped(text.slice(10))];
  const clock = TIME.exec(time);
  const day = new Date(DATE.test(date) && (clock || !time) ? date : NaN);
  if (isNaN(day) || date < "0001" || day.toISOString().slice(0, 10) !== date) return NaN;
  const [, hour = 0, minute = 0, second = 0, part = 0] = clock ?? [];
  return day / DAY + (hour * 3600 + minute * 60 + Number(second) + Number(part)) / 86400;
}

function momentOf(value) {
  const days = typeof value === "boolean" ? NaN : toNumber(value);
  if (!(days >= -719162 && days <= 2932896)) return null;
  const day = Math.floor(days);
  return new Date(day * DAY + Math.floor((days - day) * DAY + 0.5));
}

function iso(value, length) {
  return momentOf(value)?.toISOString().slice(0, length) ?? "";
}

function formatted(value, pattern) {
  const fields = fieldsOf(momentOf(value));
  const [first, ...others] = toText(pattern).split("%");
  const rest = others.map((piece) => (fields[piece[0]] ?? `%${piece[0] ?? ""}`) + piece.slice(1));
  return fields.Y ? first + rest.join("") : "";
}

function fieldsOf(moment) {
  const [Y, m, d, H, M, S, ms] = moment?.toISOString().match(/\d+/g) ?? [];
  const [a, , b] = moment?.toUTCString().split(/\W+/) ?? [];
  const dayOfYear = 1 + Math.floor((moment - new Date(`${Y}-01-01`)) / DAY);
  return {
    __proto__: null,
    ...{ Y, m, d, H, M, S, a, b, 3: ms },
    y: Y?.slice(2),
    n: String(Number(m)),
    e: String(Number(d)),
    h: String(Number(H)),
    j: String(dayOfYear).padStart(3, "0"),
  };
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

const onNumbers = (work) => (left, right) => work(toNumber(left), toNumber(right));
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

// FNV-1a of "seed:item:place", stirred by mulberry32.
export function chance(seed, item, place) {
  const bytes = new TextEncoder().encode(`${seed}:${item}:${place}`);
  let state = 2166136261;
  for (const byte of bytes) state = Math.imul(state ^ byte, 16777619);
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const SUMMING_UP = new Set(["sum", "min", "max", "count", "count-non-empty", "join", "concat"]);

// Characters are code points: an emoji is one, wherever places are counted.
const cut = (text, from, to) => [...text].slice(from, to).join("");
const stripped = (text) => text.replace(AROUND, "");
const words = (text) => text.split(SPACES).filter(Boolean);

const onTexts = (work) => (...given) => work(...given.map(toText));
// Minus nought becomes nought, as it does in Python's whole numbers.
const toWhole = (work) => (value) => work(toNumber(value)) + 0;

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

// These are given values. How many they take was checked with the rule.
const FUNCTIONS = {
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

// Patterns, as in patterns.py: all ways at once, within bounds. A RegExp might never end.
const LONGEST_PATTERN = 500;
const LONGEST_MATCHED = 1000;
const MOST_STEPS = 600;
const MOST_VISITS = 30000;
const MOST_LEVELS = 20;
const CLASSES = { __proto__: null, d: /[0-9]/, w: /[A-Za-z0-9_]/, s: /[ \t-\r]/ };
const CONTROLS = { __proto__: null, n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };
const BOUNDS = { __proto__: null, "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] };
const known = new Map();

function matches(text, pattern) {
  const letters = [...text];
  const steps = compiled(pattern);
  if (steps === null || letters.length > LONGEST_MATCHED) return false;
  let here = reached(steps, [0], 0, letters.length);
  let visited = here.size;
  for (const [place, letter] of letters.entries()) {
    const onward = [...here].filter((at) => steps[at].test?.(letter)).map((at) => at + 1);
    if (!onward.length || visited > MOST_VISITS) return false;
    here = reached(steps, onward, place + 1, letters.length);
    visited += here.size;
  }
  return here.has(steps.length - 1);
}

function reached(steps, waiting, place, end) {
  const seen = new Set();
  while (waiting.length) {
    const at = waiting.pop();
    if (seen.has(at)) continue;
    seen.add(at);
    const { edge, ways = [] } = steps[at];
    if (edge && place !== (edge === "^" ? 0 : end)) continue;
    waiting.push(...ways.map((way) => at + way));
  }
  return seen;
}

function compiled(pattern) {
  if (known.size > 100) known.clear();
  const steps = known.get(pattern) ?? stepsOf([...pattern]);
  known.set(pattern, steps);
  return steps;
}

// A step takes a letter that passes its test, or leads on by its ways; null if not in the subset.
function stepsOf(letters) {
  let at = 0;
  let level = 0;
  const must = (fine) => {
    if (!fine) throw new RangeError();
  };
  const taken = (letter) => letters[at] === letter && (at += 1) > 0;
  const bounded = (steps) => {
    must(steps.length <= MOST_STEPS);
    return steps.length ? steps : [{ ways: [1] }];
  };
  const times = (steps, count) => {
    must(count * steps.length <= MOST_STEPS);
    return Array(count).fill(steps).flat();
  };
  const atMost = (inner, count) => {
    const size = inner.length + 1;
    const maybe = (step, at) => (at % size ? step : { ways: [1, size * count - at] });
    return times([{}, ...inner], count).map(maybe);
  };
  const point = (letter) => letter.codePointAt(0);
  const same = (letter) => (found) => found === letter;

  function take() {
    must(at < letters.length);
    at += 1;
    return letters[at - 1];
  }

  function choice() {
    level += 1;
    must(level <= MOST_LEVELS);
    const branches = [row()];
    while (taken("|")) branches.push(row());
    level -= 1;
    return branches.reduceRight((rest, first) => {
      const [fork, leap] = [{ ways: [1, first.length + 2] }, { ways: [rest.length + 1] }];
      return bounded([fork, ...first, leap, ...rest]);
    });
  }

  function row() {
    const steps = [];
    while (at < letters.length && !"|)".includes(letters[at])) steps.push(...repeated());
    return bounded(steps);
  }

  function repeated() {
    const edge = "^$".includes(letters[at]);
    const inner = single();
    const [low, high] = bounds() ?? [];
    if (low === undefined) return inner;
    must(!edge);
    taken("?");
    must(at === letters.length || !"*+?{".includes(letters[at]));
    const { length } = inner;
    const loop = [{ ways: [1, length + 2] }, ...inner, { ways: [-length - 1] }];
    const rest = high === Infinity ? loop : atMost(inner, high - low);
    return bounded([...times(inner, low), ...rest]);
  }

  function bounds() {
    const simple = BOUNDS[letters[at]];
    if (simple) at += 1;
    if (simple || letters[at] !== "{") return simple;
    const end = letters.indexOf("}", at);
    const found = /^([0-9]+)(,([0-9]*))?$/.exec(letters.slice(at + 1, end).join(""));
    must(end > 0 && found);
    at = end + 1;
    const least = Number(found[1].slice(0, 4));
    const most = found[3] ? Number(found[3].slice(0, 4)) : found[2] ? Infinity : least;
    must(most >= least);
    return [least, most];
  }

  function single() {
    const letter = take();
    if (letter === "(") return group();
    if (letter === "^" || letter === "$") return [{ edge: letter, ways: [1] }];
    must(!"*+?{".includes(letter));
    if (letter === "[") return [{ test: members() }];
    if (letter === "\\") return [{ test: escaped() }];
    return [{ test: letter === "." ? (found) => found !== "\n" : same(letter) }];
  }

  function group() {
    if (taken("?")) must(take() === ":");
    const inner = choice();
    must(take() === ")");
    return inner;
  }

  function escaped() {
    const letter = take();
    const kind = CLASSES[letter.toLowerCase()];
    if (kind) return (found) => kind.test(found) === (letter === letter.toLowerCase());
    must(CONTROLS[letter] || !/[A-Za-z0-9]/.test(letter));
    return same(CONTROLS[letter] ?? letter);
  }

  function members() {
    const inverted = taken("^");
    const tests = [];
    while (!tests.length || letters[at] !== "]") tests.push(member());
    take();
    return (found) => tests.some((test) => test(found)) !== inverted;
  }

  function member() {
    const low = take();
    must(low !== "[" || letters[at] !== ":");
    if (low === "\\") return escaped();
    const next = letters[at + 1];
    if (letters[at] !== "-" || next === undefined || next === "]") return same(low);
    at += 2;
    must(next !== "\\" && point(next) >= point(low));
    return (found) => point(low) <= point(found) && point(found) <= point(next);
  }

  try {
    must(letters.length <= LONGEST_PATTERN);
    const steps = choice();
    must(at === letters.length);
    return [...steps, {}];
  } catch {
    return null;
  }
}
