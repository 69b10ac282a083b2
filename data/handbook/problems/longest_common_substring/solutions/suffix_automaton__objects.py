import sys


class State:
    __slots__ = ("longest", "suffix", "edges")

    def __init__(self, longest, suffix=None, edges=()):
        self.longest = longest
        self.suffix = suffix
        self.edges = dict(edges)


class Automaton:
    def __init__(self, text):
        self.root = State(0)
        self.end = self.root
        for letter in text:
            self.end = self.add(self.end, letter)

    def add(self, state, letter):
        new = State(state.longest + 1, self.root)
        while state is not None and letter not in state.edges:
            state.edges[letter] = new
            state = state.suffix
        if state is None:
            return new
        target = state.edges[letter]
        if target.longest != state.longest + 1:
            copy = State(state.longest + 1, target.suffix, target.edges)
            target.suffix = copy
            while state is not None and state.edges.get(letter) is target:
                state.edges[letter] = copy
                state = state.suffix
            target = copy
        new.suffix = target
        return new

    def matches(self, text):
        """For every letter of text: how long is the match that ends there?"""
        state, matched = self.root, 0
        for letter in text:
            while state is not self.root and letter not in state.edges:
                state = state.suffix
                matched = state.longest
            if letter in state.edges:
                state = state.edges[letter]
                matched += 1
            yield matched


def main():
    text, other = sys.stdin.read().split()
    print(max(Automaton(text).matches(other)))


main()
