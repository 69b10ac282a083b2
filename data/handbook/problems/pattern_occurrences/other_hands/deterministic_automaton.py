import sys


class Machine:
    SIGMA = 26

    def __init__(self, word):
        self.final = len(word)
        # flat table: 26 entries for each state
        self.go = [0] * (self.SIGMA * (self.final + 1))
        back = 0
        for state, ch in enumerate(word):
            base = state * self.SIGMA
            if state:
                self.go[base : base + self.SIGMA] = self.go[back * self.SIGMA : (back + 1) * self.SIGMA]
                following = self.go[base + ch]
            else:
                following = 0
            self.go[base + ch] = state + 1
            back = following
        tail = self.final * self.SIGMA
        self.go[tail:] = self.go[back * self.SIGMA : (back + 1) * self.SIGMA]

    def accepted(self, text):
        state = 0
        for ch in text:
            state = self.go[state * self.SIGMA + ch]
            if state == self.final:
                yield True


def codes(line):
    return [ord(c) - ord("a") for c in line.strip()]


text = codes(sys.stdin.readline())
word = codes(sys.stdin.readline())
print(sum(Machine(word).accepted(text)))
