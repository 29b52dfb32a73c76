"""The shape of what a notebook keeps: a chart as plain data, and everything that one output shows.

Only for type hints. `Any` stands here once, for what has a schema of its own: Vega-Lite's, and the notebook format's.
"""

from typing import Any, TypeAlias

# A Vega-Lite specification, or a part of one: a mark, an encoding, a scale.
Spec: TypeAlias = dict[str, Any]
# What an output holds for each MIME type; also what it says about each.
Data: TypeAlias = dict[str, Any]
# Both, as `_repr_mimebundle_` gives them.
Bundle: TypeAlias = tuple[Data, Data]
