// What script adds to two controls: a ranking is moved by buttons or dragged, a long list is searched.

// Sets the places of a ranking: codes in their order, or each with its place as a list sends it.
export function ranksIn(within, given) {
  for (const select of within.querySelectorAll(".ranked select")) {
    const code = select.options[1].value.slice(0, select.options[1].value.lastIndexOf("@"));
    const marked = [...select.options].findIndex((option) => option.value && given.includes(option.value));
    select.selectedIndex = Math.max(marked, given.indexOf(code) + 1, 0);
  }
  for (const list of within.querySelectorAll(".ranked")) arranged(list);
}

// The lines in the order of their places; what has none yet stays where it is, at the end.
function arranged(list) {
  const place = (line) => line.querySelector("select").selectedIndex || Infinity;
  const lines = [...list.children];
  if (lines.every((line) => place(line) === Infinity)) return delete list.dataset.ranked;
  list.dataset.ranked = "";
  list.append(...lines.sort((one, other) => (place(one) < place(other) ? -1 : Number(place(one) > place(other)))));
}

export function rankings(within, says) {
  for (const list of within.querySelectorAll(".ranked")) ranking(list, says);
}

function ranking(list, says) {
  const lines = () => [...list.children].filter((line) => !line.hidden);
  const status = Object.assign(document.createElement("p"), { className: "unseen" });
  status.setAttribute("role", "status");
  list.after(status);

  // Every line gets the place it stands at; nothing is ranked before the first move.
  function place(moved) {
    for (const [at, line] of lines().entries()) line.querySelector("select").selectedIndex = at + 1;
    list.dataset.ranked = "";
    list.dispatchEvent(new Event("input", { bubbles: true }));
    list.dispatchEvent(new Event("change", { bubbles: true }));
    const number = lines().indexOf(moved) + 1;
    status.replaceChildren(...says("moved", { choice: wordsOf(moved), place: number }).childNodes);
  }

  function move(line, by) {
    const all = lines();
    const to = all.indexOf(line) + by;
    if (to < 0 || to >= all.length) return place(line);
    by < 0 ? all[to].before(line) : all[to].after(line);
    place(line);
  }

  for (const line of lines()) {
    line.draggable = true;
    for (const [by, code, sign] of [[-1, "up", "↑"], [1, "down", "↓"]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet move", textContent: sign });
      button.setAttribute("aria-label", says(code, { choice: wordsOf(line) }).textContent);
      button.addEventListener("click", () => {
        move(line, by);
        button.focus();
      });
      line.append(button);
    }
    line.addEventListener("dragstart", () => line.classList.add("dragged"));
    line.addEventListener("dragend", () => {
      line.classList.remove("dragged");
      place(line);
    });
    line.addEventListener("dragover", (event) => {
      const dragged = list.querySelector(".dragged");
      if (!dragged) return;
      event.preventDefault();
      const { top, height } = line.getBoundingClientRect();
      event.clientY < top + height / 2 ? line.before(dragged) : line.after(dragged);
    });
  }

  // Whoever ranks by the lists, as without script, sees the lines in that order.
  list.addEventListener("change", (event) => {
    if (event.target.matches("select")) list.dataset.ranked = "";
  });

  const clear = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: says("clear").textContent });
  clear.addEventListener("click", () => {
    for (const line of lines()) line.querySelector("select").selectedIndex = 0;
    delete list.dataset.ranked;
    list.dispatchEvent(new Event("input", { bubbles: true }));
  });
  list.after(clear);
}

function wordsOf(line) {
  return line.querySelector(".ranked-words").textContent.trim();
}

export function searches(within, says) {
  for (const select of within.querySelectorAll("select[data-long]")) search(select, says);
}

// Accents and capitals do not matter: "francais" finds "Français".
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function search(select, says) {
  const options = [...select.options];
  const words = options.map((option) => folded(option.text));
  const box = Object.assign(document.createElement("input"), { type: "search", id: `${select.id}-search`, autocomplete: "off", dir: "auto", className: "search" });
  const label = Object.assign(document.createElement("label"), { htmlFor: box.id, className: "hint", textContent: says("search").textContent });
  const status = Object.assign(document.createElement("p"), { className: "hint" });
  status.setAttribute("role", "status");
  select.before(label, box);
  select.after(status);
  select.size = Math.min(8, options.length);

  box.addEventListener("input", (event) => {
    event.stopPropagation();
    const wanted = folded(box.value.trim());
    const fits = options.filter((option, at) => at === 0 || option.selected || words[at].includes(wanted));
    select.replaceChildren(...fits);
    const count = fits.filter((option) => option.value && !option.disabled).length;
    status.replaceChildren(...(wanted ? says("found", { n: count }).childNodes : []));
  });
  box.addEventListener("change", (event) => event.stopPropagation());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // it would send the page
    if (event.key === "ArrowDown" || event.key === "Enter") {
      if (select.selectedIndex <= 0 && select.options.length > 1) select.selectedIndex = 1;
      select.focus();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
