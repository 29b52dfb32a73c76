// The lists of the explorer: what is chosen in them goes to the kernel, and what the kernel answers comes back.
function render({ model, el }) {
  el.innerHTML = model.get("page");
  const lists = [...el.querySelectorAll("select")];
  const show = () => {
    el.querySelector("[role=status]").textContent = model.get("status");
    lists.forEach((list) => { list.value = model.get(list.name); });
  };
  // Only when they changed: a key that is pressed while options are replaced is lost.
  const relist = () => {
    el.querySelector("[name=chosen]").innerHTML = model.get("listed");
    show();
  };
  lists.forEach((list) => list.addEventListener("change", () => {
    if (list.name === "chosen") {
      // Asked for, not set: an answer to an earlier click may still be on its way, and the last to ask is right.
      model.send({ chosen: list.value });
    } else {
      model.set(list.name, list.value);
      model.save_changes();
    }
  }));
  model.on("change:listed", relist);
  model.on("change:status", show);
  relist();
  return () => {
    model.off("change:listed", relist);
    model.off("change:status", show);
  };
}

export default { render };
