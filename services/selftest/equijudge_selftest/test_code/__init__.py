"""Tests that are code, and programs that would rather pass them than be right, or are right in an odd way."""
