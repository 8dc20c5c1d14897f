// A text with a limit says, while it is written, how much of it is used, in words or in characters, as
// lipnet/reports/funders/counting.py counts them. And texts are copied by a button, which says so.
const withinANumber = /(\p{Nd})[\u00a0\u202f\u2009](?=\p{Nd})/gu;

function wordsIn(text) {
  const whole = text.normalize("NFC").replace(withinANumber, "$1");
  return whole.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

function charactersIn(text) {
  return [...text.normalize("NFC").trim()].length;
}

function follow(area, { limit, unit, told, over }) {
  const line = document.createElement("p");
  line.className = "hint";
  line.id = `${area.id}-used`;
  area.after(line);
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") || ""} ${line.id}`.trim());
  const most = Number(limit);
  const count = () => {
    const used = unit === "words" ? wordsIn(area.value) : charactersIn(area.value);
    const sentence = most && used > most ? over : told;
    line.textContent = sentence.replace("{n}", used).replace("{most}", most).replace("{over}", used - most);
    line.classList.toggle("error", most > 0 && used > most);
  };
  area.addEventListener("input", count);
  count();
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copies);
  const said = document.getElementById(button.dataset.says);
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = button.dataset.copied;
  } catch {
    text.focus();
    text.select();
    said.textContent = button.dataset.selected;
  }
}

for (const part of document.querySelectorAll("[data-limit]")) {
  for (const area of part.querySelectorAll("textarea")) follow(area, part.dataset);
}
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
