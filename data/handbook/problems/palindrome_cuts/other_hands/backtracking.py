import sys


class Ribbon:
    def __init__(self, word):
        self.word = word
        self.pieces = []
        self.fewest = None

    def split(self, rest):
        if not rest:
            if self.fewest is None or len(self.pieces) < self.fewest:
                self.fewest = len(self.pieces)
            return
        for size in range(len(rest), 0, -1):
            head = rest[:size]
            if head == "".join(reversed(head)):
                self.pieces.append(head)
                self.split(rest[size:])
                self.pieces.pop()


ribbon = Ribbon(sys.stdin.readline().strip())
ribbon.split(ribbon.word)
print(ribbon.fewest - 1)
