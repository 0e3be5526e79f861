// Keys for the screening page. Without this file the page does everything with the mouse and the tab key.
// Refuses to act while somebody types, and never sends anything anywhere: it moves the focus and presses the page's own buttons.

const rows = [...document.querySelectorAll(".span-row")];
const form = document.getElementById("decide");

const typing = (element) => element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && element.type !== "radio");

const current = () => rows.findIndex((row) => row.contains(document.activeElement));

function go(index) {
  const row = rows[index];
  if (!row) return;
  const radios = [...row.querySelectorAll("input[type=radio]")];
  (radios.find((radio) => radio.checked) ?? radios[0])?.focus();
  row.scrollIntoView({ block: "nearest" });
}

function decide(value) {
  const index = current();
  const radio = rows[index]?.querySelector(`input[type=radio][value=${value}]`);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  go(index + 1 < rows.length ? index + 1 : index);
}

const keys = {
  j: () => go(current() + 1),
  k: () => go(Math.max(current() - 1, 0)),
  h: () => decide("hide"),
  p: () => decide("keep"),
  u: () => form?.requestSubmit(form.querySelector("button[value=preview]")),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

form?.addEventListener("change", (event) => {
  const row = event.target.closest(".span-row");
  if (row && event.target.type === "radio") row.classList.remove("open");
});

document.querySelector(".keys")?.removeAttribute("hidden");
