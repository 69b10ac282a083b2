import sys


class Cutter:
    def __init__(self, text, words):
        self.text = text
        self.words = words
        self.known = [None] * (len(text) + 1)

    def ways(self, end):
        """number of ways to cut text[:end]"""
        if end == 0:
            return 1
        if self.known[end] is None:
            s = 0
            for start in range(end - 1, -1, -1):
                if self.text[start:end] in self.words:
                    s += self.ways(start)
            self.known[end] = s
        return self.known[end]


lines = sys.stdin.read().splitlines()
text = lines[0].strip()
print(Cutter(text, set(lines[2].split())).ways(len(text)))
