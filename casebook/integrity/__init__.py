"""The data package checked against its own descriptor and the casebook's rules; plain messages, never a traceback."""

from casebook.integrity.examination import Examination, examine, faults
from casebook.integrity.fault import Fault

__all__ = ["Examination", "Fault", "examine", "faults"]
