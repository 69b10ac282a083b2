import sys
from typing import Dict, List


class State:
    __slots__ = ("length", "link", "next", "ends")

    def __init__(self, length, link=None, following=None, ends=0):
        self.length = length
        self.link = link
        self.next: Dict[str, "State"] = following or {}
        self.ends = ends


class SuffixAutomaton:
    """The states of a word; ends counts at how many positions a state's strings end."""

    def __init__(self, word: str) -> None:
        self.root = State(0)
        self.states: List[State] = []
        last = self.root
        for letter in word:
            last = self.extend(last, letter)
        for state in sorted(self.states, key=lambda s: s.length, reverse=True):
            state.link.ends += state.ends

    def extend(self, last: State, letter: str) -> State:
        current = State(last.length + 1, ends=1)
        self.states.append(current)
        walk = last
        while walk is not None and letter not in walk.next:
            walk.next[letter] = current
            walk = walk.link
        if walk is None:
            current.link = self.root
            return current
        target = walk.next[letter]
        if target.length == walk.length + 1:
            current.link = target
            return current
        copy = State(walk.length + 1, target.link, dict(target.next))
        self.states.append(copy)
        while walk is not None and walk.next.get(letter) is target:
            walk.next[letter] = copy
            walk = walk.link
        target.link = current.link = copy
        return current

    def count(self, pattern: str) -> int:
        state = self.root
        for letter in pattern:
            if letter not in state.next:
                return 0
            state = state.next[letter]
        return state.ends


if __name__ == "__main__":
    text = sys.stdin.readline().strip()
    pattern = sys.stdin.readline().strip()
    print(SuffixAutomaton(text).count(pattern) if len(pattern) <= len(text) else 0)
