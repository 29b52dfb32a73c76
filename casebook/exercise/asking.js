// The form of one exercise. It asks the kernel on Check only: arrow keys move through the options without answering.
function render({ model, el }) {
  el.innerHTML = model.get("form");
  const form = el.querySelector("form");
  const said = el.querySelector("[role=status]");
  const show = () => { said.innerHTML = model.get("card"); };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send({ letter: new FormData(form).get("letter") });
  });
  model.on("change:card", show);
  show();
  return () => model.off("change:card", show);
}

export default { render };
