"""Runs one hostile program on many inputs and reports facts. Knows no problem and no verdict."""
