"""Two editions of every notebook from one source: instructors edit one, students get the other."""
