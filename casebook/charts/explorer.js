// The lists of the explorer: what is chosen in them goes to the kernel, and what the kernel answers comes back.
function render({ model, el }) {
  el.innerHTML = model.get("page");
  const lists = [...el.querySelectorAll("select")];
  const show = () => {
    el.querySelector("[name=chosen]").innerHTML = model.get("listed");
    el.querySelector("[role=status]").textContent = model.get("status");
    lists.forEach((list) => { list.value = model.get(list.name); });
  };
  lists.forEach((list) => list.addEventListener("change", () => {
    model.set(list.name, list.value);
    model.save_changes();
  }));
  model.on("change:status", show);
  show();
  return () => model.off("change:status", show);
}

export default { render };
