// The article beside its claims: the list tells the kernel which claim is chosen, and shows what comes back.
const PARTS = ["article", "sentence", "beside"];
const MARGIN = 60;

function reveal(article) {
  const mark = article.querySelector("mark");
  if (!mark) return;
  const [inside, outside] = [mark, article].map((each) => each.getBoundingClientRect());
  if (inside.top < outside.top || inside.bottom > outside.bottom) {
    article.scrollTop += inside.top - outside.top - MARGIN;
  }
}

function render({ model, el }) {
  el.innerHTML = model.get("page");
  const list = el.querySelector("select");
  const part = (name) => el.querySelector(`[data-part=${name}]`);
  const show = () => {
    PARTS.forEach((name) => { part(name).innerHTML = model.get(name); });
    list.value = model.get("chosen");
    reveal(part("article"));
  };
  list.addEventListener("change", () => {
    model.set("chosen", list.value);
    model.save_changes();
  });
  model.on("change:beside", show);
  show();
  return () => model.off("change:beside", show);
}

export default { render };
