// Draws every chart of the page from the specification beside it. Drawn as shapes: sharp at any size, and a click finds
// its mark on a page that is scaled, as slides are.
for (const stage of document.querySelectorAll(".cb-figure__stage")) {
  const specification = JSON.parse(stage.nextElementSibling.textContent);
  window.vegaEmbed(stage, specification, { mode: "vega", actions: false, renderer: "svg" });
}
