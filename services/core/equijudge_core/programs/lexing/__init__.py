"""Programs in languages without a parser here, as tokens: what the same program is, and what is renamed in it.

`grammars` is the table, one entry a language; `lexer` cuts a source into tokens by it, `line_ends` decides which ends
of lines mean something, the `names` which are the program's own, `forms` makes keys that can be compared.
Every step is linear in the source and takes any text: what is broken gives broken tokens, never an error.
"""
