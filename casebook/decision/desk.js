// The form beneath a sheet. It asks the kernel on the button only, and hands the line over to be copied.
function render({ model, el }) {
  el.innerHTML = model.get("form");
  const form = el.querySelector("form");
  const said = el.querySelector("[role=status]");
  const line = el.querySelector("[name=line]");
  const show = () => {
    said.innerHTML = model.get("said");
    line.value = model.get("line");
    line.closest("label").hidden = !line.value;
    if (!line.value) return;
    line.focus();
    line.select();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send(Object.fromEntries(new FormData(form)));
  });
  // Tab would go on to the bars around the notebook: Escape goes back to the cell.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") el.closest("[tabindex]")?.focus();
  });
  const changed = () => requestAnimationFrame(show);
  model.on("change:said change:line", changed);
  return () => model.off("change:said change:line", changed);
}

export default { render };
