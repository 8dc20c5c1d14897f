// Values, as in values.py and dates.py.

const LONGEST_NUMBER = 400;

// What Python calls space: nearly \s.
const SPACE = "(?:[\\x1c-\\x1f\\x85]|[^\\S\\ufeff])+";
const SPACES = new RegExp(SPACE);
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = 86400000;

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

export function iso(value, length) {
  return momentOf(value)?.toISOString().slice(0, length) ?? "";
}

export function formatted(value, pattern) {
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

// Characters are code points: an emoji is one, wherever places are counted.
export const cut = (text, from, to) => [...text].slice(from, to).join("");
export const stripped = (text) => text.replace(AROUND, "");
export const words = (text) => text.split(SPACES).filter(Boolean);

export const onNumbers = (work) => (left, right) => work(toNumber(left), toNumber(right));
export const onTexts = (work) => (...given) => work(...given.map(toText));
// Minus nought becomes nought, as it does in Python's whole numbers.
export const toWhole = (work) => (value) => work(toNumber(value)) + 0;
