// A whole questionnaire on one page: what shows follows from the answers, at once. The same trees
// decide on the server, which believes nothing of what happens here.
//
// This is where it begins, and what happens when a person does something.

import { prepare, standAlone } from "./answering/choices.js";
import { restore, update } from "./answering/following.js";
import { controlsOf, noteSent, page, wrappers } from "./answering/place.js";
import { readings } from "./answering/reading.js";
import { instancesOf, removeInstance, resize } from "./answering/repeats.js";
import { tell, tellAll } from "./answering/telling.js";
import { touched } from "./answering/values.js";
import { steps } from "./steps.js";

const slotAt = (element) => element.closest("[data-slot]")?.dataset.slot;

function check(slots) {
  update();
  return tellAll(slots);
}

page.addEventListener("input", (event) => {
  const slot = slotAt(event.target);
  if (slot) touched.add(slot);
  update();
});
page.addEventListener("change", (event) => {
  const slot = slotAt(event.target);
  if (event.target.type === "checkbox") standAlone(event.target);
  update();
  // A mistake is told when the person leaves the question; a missing answer only when sending.
  const { answer, problem } = readings.get(slot) ?? {};
  if (answer !== undefined || problem) tell(slot);
});
page.addEventListener("click", (event) => {
  const section = event.target.closest("[data-repeat]");
  if (event.target.closest("[data-add]")) {
    resize(section, 1);
    update();
    const last = instancesOf(section).pop();
    if (last) controlsOf(last)[0]?.focus();
  } else if (event.target.closest("[data-remove]")) {
    removeInstance(section, instancesOf(section).indexOf(event.target.closest(".instance")));
    update();
    (section.querySelector("[data-add]") ?? section).focus();
  }
});
page.addEventListener("submit", (event) => {
  const act = event.submitter?.value ?? "send";
  if (act === "send" || act === "review") {
    if (!check(wrappers().map((wrapper) => wrapper.dataset.slot))) {
      event.preventDefault();
      document.getElementById("errors").focus();
      return;
    }
  }
  if (page.dataset.sent) event.preventDefault();
  page.dataset.sent = "yes";
  noteSent();
});
addEventListener("pageshow", () => delete page.dataset.sent);

prepare(page);
restore();
page.hidden = false;
update();
steps(page, check);
