// One row as a form. It asks the kernel on Add only; after a row was written the fields keep their words.
function render({ model, el }) {
  el.innerHTML = model.get("form");
  const form = el.querySelector("form");
  const status = el.querySelector("[role=status]");
  const show = () => { status.innerHTML = model.get("said"); };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send({ cells: Object.fromEntries(new FormData(form)) });
  });
  model.on("change:said", show);
  show();
  return () => model.off("change:said", show);
}

export default { render };
