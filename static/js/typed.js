// What a person typed or ticked as an answer, or why it is none: lipnet/questionnaire/typed.py in the
// browser. The server reads everything again.

export const DECLINED = "\ue002";

const LONGEST_TYPED = 5000;
const MOST_DIGITS = 15;
const UNSEEN = /[\u061c\u200b\u200e\u200f\ufeff\u202a-\u202e\u2066-\u2069]/g;
const SIGNS = { "\u2212": "-", "\u2013": "-", "\u066b": ".", "\u066c": ",", "\u060c": ",", "\u2019": "'" };
const CLOCK = /^(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/;

class NotAnAnswer {
  constructor(code, particulars = {}) {
    Object.assign(this, { code, particulars });
  }
}

// {answer} (undefined where blank), or {problem: [code, particulars]}.
export function read(item, raw, codes = []) {
  try {
    return { answer: answered(item, raw.filter((part) => part.trim()), codes) };
  } catch (reason) {
    if (!(reason instanceof NotAnAnswer)) throw reason;
    return { problem: [reason.code, reason.particulars] };
  }
}

function answered(item, given, codes) {
  if (!given.length) return undefined;
  if (given.some((part) => part.startsWith(DECLINED))) {
    if (new Set(given).size > 1) throw new NotAnAnswer("one_only");
    return { declined: given[0].slice(1) };
  }
  if (item.type === "select_multiple") return [...new Set(codes)].filter((code) => given.includes(code));
  if (item.type === "rank") return ranked(given);
  if (item.type === "date") return inParts(given);
  if (new Set(given).size > 1) throw new NotAnAnswer("one_only");
  if (item.postal) return inCapitals(text(given[0])) || undefined;
  return (READERS[item.type] ?? ((text) => text.trim()))(given[0]);
}

function ranked(given) {
  const places = given.map((part) => [Number(part.slice(part.lastIndexOf("@") + 1)), part.slice(0, part.lastIndexOf("@"))]);
  if (new Set(places.map(([place]) => place)).size < places.length) throw new NotAnAnswer("rank_twice");
  return places.sort((one, other) => one[0] - other[0]).map(([, code]) => code);
}

function inParts(given) {
  const sent = Object.fromEntries(given.filter((part) => part.includes("=")).map((part) => part.split("=")));
  if (!Object.keys(sent).length) return day(given[0]);
  if (!sent.year) throw new NotAnAnswer("not_a_date");
  return day([sent.year, sent.month ?? "1", sent.day ?? "1"].map(asciiDigits).join("-"));
}

function text(raw) {
  const lines = raw.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
  const kept = lines.normalize("NFC").trim();
  const length = [...kept].length;
  if (length > LONGEST_TYPED) throw new NotAnAnswer("too_long", { limit: LONGEST_TYPED, length });
  return kept;
}

// "k1a " and full-width letters as "K1A": lipnet/questionnaire/postal.py.
function inCapitals(raw) {
  return raw.normalize("NFKC").replace(UNSEEN, "").replace(/[ \t\n]/g, "").replace(/[a-z]+/g, (found) => found.toUpperCase());
}

function integer(raw) {
  let written = asciiDigits(raw);
  if (/^-?[1-9]\d{0,2}((,\d{3})+|(\.\d{3})+)$/.test(written)) written = written.replace(/[,.]/g, "");
  const found = number(written);
  if (!Number.isInteger(found)) throw new NotAnAnswer("not_whole");
  return found;
}

function decimal(raw) {
  const written = asciiDigits(raw);
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(written)) throw new NotAnAnswer("unsure_number");
  return number(written);
}

function number(written) {
  const last = Math.max(written.lastIndexOf("."), written.lastIndexOf(","));
  if (written.includes(".") && written.includes(",")) {
    written = `${written.slice(0, last).replace(/[.,]/g, "")}.${written.slice(last + 1)}`;
  }
  written = written.replaceAll(",", ".");
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(written)) throw new NotAnAnswer("not_a_number");
  if (written.replace(/\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) {
    throw new NotAnAnswer("too_many_digits", { limit: MOST_DIGITS });
  }
  return Number(written) + 0;
}

function day(raw) {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(asciiDigits(raw));
  if (!found) throw new NotAnAnswer("not_a_date");
  const written = [found[1], found[2].padStart(2, "0"), found[3].padStart(2, "0")].join("-");
  const read = new Date(written);
  if (isNaN(read) || read.toISOString().slice(0, 10) !== written || written < "0001") throw new NotAnAnswer("not_a_date");
  return written;
}

function clock(raw) {
  const found = CLOCK.exec(asciiDigits(raw).toLowerCase());
  const half = found?.[3]?.replaceAll(".", "");
  let hour = Number(found?.[1]);
  if (!found || (half && (hour < 1 || hour > 12))) throw new NotAnAnswer("not_a_time");
  if (half) hour = (hour % 12) + (half === "pm" ? 12 : 0);
  if (hour > 23 || Number(found[2]) > 59) throw new NotAnAnswer("not_a_time");
  return `${String(hour).padStart(2, "0")}:${found[2]}`;
}

function dayAndTime(raw) {
  const [date, ...time] = asciiDigits(raw).replace("T", " ").split(" ");
  try {
    return `${day(date)}T${clock(time.join(" "))}`;
  } catch {
    throw new NotAnAnswer("not_a_datetime");
  }
}

// Any Unicode digits as 0-9, signs as ASCII, without spaces between thousands.
export function asciiDigits(raw) {
  const signs = (written) => written.replace(/[\u2212\u2013\u066b\u066c\u060c\u2019]/g, (sign) => SIGNS[sign]);
  const plain = signs(signs(raw).normalize("NFKC").replace(UNSEEN, ""));
  const digits = [...plain].slice(0, 200).map((letter) => (/\p{Nd}/u.test(letter) ? digit(letter) : letter)).join("");
  return digits.trim().replace(/(\d)[\s'](?=\d{3}(?!\d))/g, "$1");
}

// The digits of a script stand one after the other, nought first.
function digit(letter) {
  let steps = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(letter.codePointAt(0) - steps - 1))) steps += 1;
  return String(steps % 10);
}

const READERS = { text, integer, decimal, range: decimal, time: clock, datetime: dayAndTime };
