"""Figures of the judge beside those of plain subprocess.run, measured in the same run: `make bench`."""
