"""What every notebook of the casebook keeps to: each rule names its faults, and no fault means that it is kept."""
