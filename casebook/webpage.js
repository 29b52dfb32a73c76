// Draws every chart of the page from the specification beside it.
for (const stage of document.querySelectorAll(".cb-figure__stage")) {
  const specification = JSON.parse(stage.nextElementSibling.textContent);
  // Drawn as shapes: sharp at any size, and a click finds its mark on a page that is scaled, as slides are.
  window.vegaEmbed(stage, specification, { mode: "vega", actions: false, renderer: "svg" }).then(() => {
    // The stage says the chart in words; hundreds of shapes say nothing more to those who hear the page.
    stage.querySelector("svg").setAttribute("aria-hidden", "true");
  });
}
