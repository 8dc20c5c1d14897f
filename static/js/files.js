// A file that is too large is told before it is sent, and let go again.

for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  const told = input.parentElement.querySelector("[role=alert]");
  input.addEventListener("change", () => {
    const large = (input.files[0]?.size ?? 0) > Number(input.dataset.most);
    if (large) input.value = "";
    told.hidden = !large;
  });
}
