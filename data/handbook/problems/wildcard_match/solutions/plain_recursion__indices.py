import sys


class Pattern:
    def __init__(self, text: str) -> None:
        self.text = text

    def _from(self, i: int, word: str, j: int) -> bool:
        """Does the rest of the pattern from i match the rest of the word from j?"""
        if i == len(self.text):
            return j == len(word)
        symbol = self.text[i]
        if symbol != "*":
            if j == len(word) or symbol not in ("?", word[j]):
                return False
            return self._from(i + 1, word, j + 1)
        for k in range(j, len(word) + 1):
            if self._from(i + 1, word, k):
                return True
        return False

    def matches(self, word: str) -> bool:
        return self._from(0, word, 0)


tokens = sys.stdin.read().split()
pattern = Pattern(tokens[0])
for word in tokens[2:]:
    sys.stdout.write(("NO", "YES")[pattern.matches(word)] + "\n")
