// A text with a limit says, while it is written, how much of it is used: in characters as people see
// them in a line of text (a line break counts once), as the server counts them.
const written = new Intl.NumberFormat(document.documentElement.lang || "en", { numberingSystem: "latn" });
for (const area of document.querySelectorAll("[data-most]")) {
  const told = document.createElement("p");
  told.className = "hint";
  told.id = `${area.id}-count`;
  area.after(told);
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") || ""} ${told.id}`.trim());
  const most = Number(area.dataset.most);
  const count = () => {
    const used = [...area.value.normalize("NFC").trim()].length;
    told.textContent = area.dataset.told
      .replace("{n}", written.format(used)).replace("{most}", written.format(most));
    told.classList.toggle("error", used > most);
  };
  area.addEventListener("input", count);
  count();
}
