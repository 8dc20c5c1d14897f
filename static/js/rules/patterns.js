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

export function matches(text, pattern) {
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
