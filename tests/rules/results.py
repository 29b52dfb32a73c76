"""Outputs: run once from top to bottom, shown everywhere, light, and without network."""

import base64
import json
import re

from nbformat import NotebookNode

from rules.pair import Pair, code, outputs

CHART = "application/vnd.vegalite.v5+json"
LOADS = re.compile(
    r"<(script|link|iframe|object|embed)\b|@import|\bsrc\s*=\s*[\"']?(https?:)?//|url\(\s*[\"']?(https?:)?//"
    r"|\"url\"\s*:|!\[[^\]]*\]\((https?:)?//",
    re.IGNORECASE,
)
BARE_WIDGET = re.compile(
    r"(\w*Box|Accordion|Tab|Dropdown|RadioButtons|Select|\w*Slider|\w*Button|JupyterChart|Widget)\("
)


def ran_once_from_top_to_bottom(pair: Pair) -> list[str]:
    """Execution counts are 1, 2, 3 and so on: nbval would pass a notebook that never ran."""
    counts = {edition: [cell.execution_count for cell in code(notebook)] for edition, notebook in pair.editions.items()}
    return [f"{edition} edition: {each}" for edition, each in counts.items() if each != list(range(1, len(each) + 1))]


def nothing_went_wrong(pair: Pair) -> list[str]:
    """No saved error and no warning."""
    return [f"{place}: {each.get('ename') or each.get('name')}" for place, each in outputs(pair) if _failed(each)]


def _failed(output: NotebookNode) -> bool:
    return output.output_type == "error" or output.get("name") == "stderr"


def one_chart_or_table_in_a_cell(pair: Pair) -> list[str]:
    """A cell shows one thing."""
    places = [
        place
        for place, each in outputs(pair)
        if _is_chart(each) or "dataframe" in each.get("data", {}).get("text/html", "")
    ]
    return sorted({place for place in places if places.count(place) > 1})


def _is_chart(output: NotebookNode) -> bool:
    return any("vega" in kind for kind in output.get("data", {}))


def charts_show_everywhere(pair: Pair) -> list[str]:
    """A chart is kept as a Vega-Lite 5 specification, a picture and its description, and nothing preferred to them."""
    faults = []
    for place, output in outputs(pair):
        if not _is_chart(output):
            continue
        kinds, words = set(output.data), output.data.get("text/plain", "")
        faults += [] if kinds == {CHART, "image/png", "text/plain"} else [f"{place}: {sorted(kinds)}"]
        described = output.data.get(CHART, {}).get("description")
        faults += [] if described and words == described else [f"{place}: no description, or not the one in words"]
        alternative = output.metadata.get("image/png", {}).get("alt")
        faults += [] if alternative == described else [f"{place}: the picture does not carry the description"]
    return faults


def charts_are_light(pair: Pair) -> list[str]:
    """A specification has less than 150 kB, a picture less than 90 kB."""
    faults = []
    for place, output in outputs(pair):
        data = output.get("data", {})
        spec, png = len(json.dumps(data.get(CHART, {}))), len(base64.b64decode(data.get("image/png", "")))
        faults += [f"{place}: specification of {spec} bytes"] if spec >= 150_000 else []
        faults += [f"{place}: picture of {png} bytes"] if png >= 90_000 else []
    return faults


def nothing_loads_from_a_network(pair: Pair) -> list[str]:
    """No output and no text asks another machine for anything."""
    texts = [
        (f"{edition} edition, cell {number}", cell.source)
        for edition, notebook in pair.editions.items()
        for number, cell in enumerate(notebook.cells, 1)
    ]
    texts += [(place, json.dumps(output, ensure_ascii=False)) for place, output in outputs(pair)]
    return [f"{place}: {found[0]}" for place, text in texts if (found := LOADS.search(text.replace('\\"', '"')))]


def widgets_leave_something_to_see(pair: Pair) -> list[str]:
    """What is interactive in a living notebook is a picture, a table or words in a saved one."""
    bare = [
        (place, output.data["text/plain"])
        for place, output in outputs(pair)
        if set(output.get("data", {})) == {"text/plain"}
    ]
    kept = [f"{edition} edition: widgets" for edition, each in pair.editions.items() if "widgets" in each.metadata]
    return [f"{place}: {text[:40]}" for place, text in bare if BARE_WIDGET.match(text)] + kept


RULES = [
    ran_once_from_top_to_bottom,
    nothing_went_wrong,
    one_chart_or_table_in_a_cell,
    charts_show_everywhere,
    charts_are_light,
    nothing_loads_from_a_network,
    widgets_leave_something_to_see,
]
