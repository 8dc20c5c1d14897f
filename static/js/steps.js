// One question at a time, on a phone, where the survey asks for it.

export function steps(page, check) {
  const narrow = matchMedia("(max-width: 40rem)");
  if (!("oneAtATime" in page.dataset)) return;
  const bar = page.querySelector(".steps");
  let at = 0;

  const isOpen = (stop) => !stop.hidden && !stop.closest("section[hidden], .instance[hidden]");
  // Blocks, the buttons that add and remove, and the end: what has a screen of its own.
  const stops = () => [...page.querySelectorAll(".block, [data-add], .last-part")].filter(isOpen);

  function show(focus = true) {
    const all = stops();
    at = Math.min(Math.max(at, 0), all.length - 1);
    page.dataset.step = "";
    for (const each of page.querySelectorAll(".now")) each.classList.remove("now");
    for (let each = all[at]; each !== page; each = each.parentElement) each.classList.add("now");
    bar.hidden = false;
    bar.querySelector('[data-step="1"]').hidden = at === all.length - 1;
    bar.querySelector('[data-step="-1"]').hidden = at === 0;
    if (!focus) return;
    const heading = all[at].querySelector("legend, label, .grid-label, .asked-note") ?? all[at];
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  }

  function follow() {
    if (narrow.matches) return show(false);
    delete page.dataset.step;
    bar.hidden = true;
  }

  bar.addEventListener("click", (event) => {
    const by = Number(event.target.closest("[data-step]")?.dataset.step);
    if (!by) return;
    const slots = [...stops()[at].querySelectorAll("[data-slot]")].map((each) => each.dataset.slot);
    if (by > 0 && !check(slots)) return;
    at += by;
    show();
  });
  // A link to a question with a mistake leads to its screen.
  document.getElementById("errors").addEventListener("click", (event) => {
    const target = document.getElementById(event.target.closest("a")?.hash.slice(1));
    const found = stops().findIndex((stop) => stop.contains(target));
    if (found < 0 || !narrow.matches) return;
    at = found;
    show(false);
  });
  narrow.addEventListener("change", follow);
  follow();
}
