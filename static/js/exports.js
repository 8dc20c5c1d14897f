// While files are being made: their bars follow, and the page is loaded anew when one is ready.
const list = document.querySelector("[data-exports]");
const every = 2000;
const unfinished = new Set(["waiting", "making"]);

function entries() {
  return [...list.querySelectorAll("[data-export]")].filter((each) => unfinished.has(each.dataset.state));
}

function follow(entry, told) {
  const bar = entry.querySelector("progress");
  if (!bar || !told.total) return;
  bar.max = told.total;
  bar.value = told.done;
}

async function look() {
  let found;
  try {
    const reply = await fetch(list.dataset.exports, { headers: { accept: "application/json" } });
    if (!reply.ok || reply.redirected) return;
    found = await reply.json();
  } catch {
    return setTimeout(look, every); // the line broke: once more
  }
  const told = new Map(found.map((each) => [String(each.number), each]));
  for (const entry of entries()) {
    const now = told.get(entry.dataset.export);
    if (now?.state !== entry.dataset.state) return location.reload();
    follow(entry, now);
  }
  setTimeout(look, every);
}

if (list && entries().length) setTimeout(look, every);
