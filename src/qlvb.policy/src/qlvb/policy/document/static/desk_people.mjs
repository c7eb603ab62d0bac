// The people of the decision desk, offered beside the field "Chủ trì".

/** People who are given work with one press: they go into the field "Chủ trì". */
export function drawPeople(pane) {
  const card = pane.querySelector("[data-desk-item]");
  const place = pane.querySelector('[data-desk-chips="people"]');
  const field = pane.querySelector('[data-desk-primary] [data-field="lead"] [data-picker]');
  const known = JSON.parse(card?.dataset.people || "[]").filter((one) => field && (!field.picker.fixed || field.picker.fixed.some((option) => option.id === one.id)));
  if (!place || !field || !known.length) return;
  place.hidden = false;
  field.closest("[data-field]").before(place);
  place.replaceChildren(
    ...known.map((person) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = "btn btn-sm btn-light";
      chip.dataset.deskPerson = person.id;
      chip.title = person.title;
      chip.textContent = person.detail ? `${person.detail} · ${person.title}` : person.title;
      chip.setAttribute("aria-pressed", String(field.picker.values().includes(person.id)));
      chip.addEventListener("click", () => {
        const chosen = Array.from(field.querySelectorAll("[data-picker-value]")).find((node) => node.dataset.pickerValue === person.id);
        if (chosen) field.picker.drop(chosen, false);
        else field.picker.choose(person);
        chip.focus();
      });
      return chip;
    }),
  );
  field.addEventListener("picked", () => {
    place.querySelectorAll("[data-desk-person]").forEach((chip) => chip.setAttribute("aria-pressed", String(field.picker.values().includes(chip.dataset.deskPerson))));
  });
}
