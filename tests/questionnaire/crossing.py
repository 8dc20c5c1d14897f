"""Values on their way to a browser and back: JSON knows neither infinity nor minus nought."""

import math

from lipnet.questionnaire.expressions import to_json

# What runs in the page: cases in, values out, both as texts with their types beside.
RUN = """async ([source, labels, cases]) => {
  const script = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { evaluate } = await import(script);
  const value = ([type, text]) =>
    type === "number" ? Number(text) : type === "boolean" ? text === "true" : text;
  const all = (named) =>
    Object.fromEntries(Object.entries(named).map(([name, each]) => [name, value(each)]));
  const labelOf = (code, name) => labels[name]?.[code] ?? "";
  const context = (given) => ({
    ...given,
    values: all(given.values),
    own: value(given.own),
    series: Object.fromEntries(
      Object.entries(given.series).map(([name, found]) => [name, found.map(value)])
    ),
    choiceName: labelOf,
  });
  return JSON.stringify(JSON.parse(cases).map(([tree, given]) => {
    const found = evaluate(tree, context(given));
    return [typeof found, Object.is(found, -0) ? "-0" : String(found)];
  }));
}"""


def sent(value):
    if isinstance(value, str):
        return ["string", value]
    if isinstance(value, bool):
        return ["boolean", str(value).lower()]
    if math.isinf(value):
        return ["number", "Infinity" if value > 0 else "-Infinity"]
    return ["number", repr(float(value))]


def received(found):
    kind, text = found
    return text == "true" if kind == "boolean" else float(text) if kind == "number" else text


def case(tree, context):
    given = {
        "values": {name: sent(value) for name, value in context.values.items()},
        "moment": {
            "date": context.moment.date.isoformat(),
            "datetime": context.moment.datetime.isoformat(timespec="seconds"),
            "seed": context.moment.seed,
        },
        "own": sent(context.own),
        "item": context.item,
        "columns": dict(context.columns),
        "series": {name: [sent(each) for each in all_] for name, all_ in context.series.items()},
        "position": context.position,
        "within": list(context.within),
    }
    return [to_json(tree), given]


def same(left, right):
    """Of one type and equal; no number is the same as no number, minus nought is not nought."""
    if type(left) is not type(right):
        return False
    if not isinstance(left, float):
        return left == right
    return repr(left) == repr(right)
