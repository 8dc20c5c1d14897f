// Answers of a seed, given in the one document: what walking.py gives page by page.
async ([seed, where]) => {
  const { chance } = await import(where);
  const form = JSON.parse(document.getElementById("questionnaire").textContent);
  const items = new Map(form.items.map((item) => [item.name, item]));
  const done = new Set();
  const drawn = (slot, key) => chance(seed, slot, key);
  const changed = (element) => {
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const put = (element, value) => {
    if (!element || element.value === value) return;
    element.value = value;
    changed(element);
  };
  const tick = (element) => {
    if (!element || element.checked) return;
    element.checked = true;
    changed(element);
  };
  function answer(wrapper, slot, item) {
    const at = (place) => document.getElementById(`q-${slot}-${place}`);
    const line = document.getElementById(`q-${slot}`);
    if (item.computed || item.type === "note" || drawn(slot, "blank") < LEFT_BLANK) return;
    const choices = (form.lists[item.list] ?? []).map((choice) => choice[0]);
    const open = (place) => {
      const option = line?.tagName === "SELECT" ? [...line.options].find((each) => each.value === choices[place]) : null;
      return option ? !option.disabled : !at(place)?.closest(".choice, .ranked-line")?.hidden;
    };
    const places = choices.map((_, place) => place).filter(open);
    const least = () => places.sort((one, other) => drawn(slot, choices[one]) - drawn(slot, choices[other]))[0];
    const number = Math.floor(drawn(slot, "number") * 40);
    switch (item.type) {
      case "select_one":
        if (!places.length) return;
        return line?.tagName === "SELECT" ? put(line, choices[least()]) : tick(at(least()));
      case "select_multiple":
        for (const place of places) if (drawn(slot, choices[place]) < TICKED) tick(at(place));
        return;
      case "rank": {
        const order = [...places].sort((one, other) => drawn(slot, choices[one]) - drawn(slot, choices[other]));
        for (const place of places) put(at(place), `${choices[place]}@${order.indexOf(place) + 1}`);
        return;
      }
      case "acknowledge": return tick(at(0));
      case "range": {
        const points = wrapper.querySelectorAll(".point input");
        const place = Math.floor(drawn(slot, "number") * SCALE(item));
        return points.length ? tick(points[place]) : put(line, VALUE(item, place));
      }
      case "date": {
        const parts = { year: "2020", month: String(1 + (number % 12)), day: String(1 + (number % 28)) };
        for (const [part, value] of Object.entries(parts)) {
          put(document.getElementsByName(`q-${slot}=${part}`)[0], value);
        }
        return;
      }
      case "time": return put(line, `0${number % 10}:30`);
      case "datetime": return put(line, `2020-01-01T0${number % 10}:30`);
      case "integer": return put(line, String(number));
      case "decimal": return put(line, `${number}.5`);
      case "text": return put(line, `word ${number}`);
    }
  }
  const SCALE = ({ range: [least, most, step] }) => Math.floor((most - least) / step + 1e-9) + 1;
  const VALUE = ({ range: [least, , step] }, place) => String(Number((Number(least) + place * step).toFixed(9)));
  const grown = new Set();
  for (let found = true; found; ) {
    found = false;
    for (const section of document.querySelectorAll("[data-grows]:not([hidden])")) {
      const name = section.dataset.repeat;
      if (!grown.has(name) && drawn(name, "size") < GROWS) section.querySelector("[data-add]").click();
      grown.add(name);
    }
    for (const wrapper of document.querySelectorAll("#whole [data-slot]")) {
      const slot = wrapper.dataset.slot;
      if (wrapper.hidden || done.has(slot)) continue;
      done.add(slot);
      found = true;
      answer(wrapper, slot, items.get(slot.replace(/:\d+$/, "")));
    }
  }
  const whole = document.getElementById("whole");
  const sent = {};
  for (const [name, value] of new FormData(whole)) {
    if (name.startsWith("q-")) (sent[name.slice(2)] ??= []).push(value);
  }
  whole.addEventListener("submit", (event) => event.preventDefault());
  whole.querySelector("button[value=send]").click();
  const shown = [...document.querySelectorAll("#whole [data-slot]")].filter((each) => !each.hidden);
  return {
    sent,
    asked: shown.map((each) => each.dataset.slot),
    wrong: shown.filter((each) => each.classList.contains("wrong")).map((each) => each.dataset.slot),
  };
}
