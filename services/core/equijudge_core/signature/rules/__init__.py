"""The rules that find features, one family of techniques a file; `signature` runs them all."""
