// The quorum, told again at every tap: the sentences for each number of people come with the page.
const told = document.querySelector("[data-quorum]");
const roll = document.querySelector("form:has([data-counts])");
if (told && roll) {
  const { sentences, needed } = JSON.parse(told.dataset.quorum);
  const count = () => {
    const voting = [...roll.querySelectorAll("[data-counts]")];
    const there = voting.filter((one) => one.dataset.counts === "represented" || one.querySelector('[value="present"]:checked'));
    told.querySelector("p").textContent = sentences[there.length];
    told.querySelector("p").className = `quorum quorum-${needed === null ? "none" : there.length >= needed ? "reached" : "missing"}`;
  };
  roll.addEventListener("change", count);
}
