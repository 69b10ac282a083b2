# every path from the start of the automaton spells another substring
import sys
from functools import cache

sys.setrecursionlimit(10000)


class Automaton:
    def __init__(self):
        self.transitions = [{}]
        self.link = [None]
        self.longest = [0]
        self.last = 0

    def new_state(self, longest, transitions, link):
        self.longest.append(longest)
        self.transitions.append(transitions)
        self.link.append(link)
        return len(self.link) - 1

    def add(self, letter):
        state = self.new_state(self.longest[self.last] + 1, {}, 0)
        p, self.last = self.last, state
        while p is not None and letter not in self.transitions[p]:
            self.transitions[p][letter] = state
            p = self.link[p]
        if p is None:
            return
        q = self.transitions[p][letter]
        if self.longest[q] > self.longest[p] + 1:
            copy = self.new_state(self.longest[p] + 1, self.transitions[q].copy(), self.link[q])
            self.link[q] = copy
            while p is not None and self.transitions[p].get(letter) == q:
                self.transitions[p][letter] = copy
                p = self.link[p]
            q = copy
        self.link[state] = q


automaton = Automaton()
for letter in sys.stdin.read().strip():
    automaton.add(letter)


@cache
def paths(state):
    return 1 + sum(paths(following) for following in automaton.transitions[state].values())


print(paths(0) - 1)
