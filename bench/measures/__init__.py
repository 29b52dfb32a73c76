"""One module for each measure, each with a function `rows()`, in the order of the table."""

ORDER = (
    *("package_import", "tables", "card", "check", "data_check", "charts", "explorer"),
    *("notebooks", "editions", "report", "otter", "growth"),
)
