"""The common list: what a program of every language is held to, and the programs that show it."""
