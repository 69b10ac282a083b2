import sys


class State:
    __slots__ = ("length", "link", "next")

    def __init__(self, length, link=None, next=None):
        self.length = length
        self.link = link
        self.next = next if next is not None else {}


class SuffixAutomaton:
    def __init__(self, text):
        self.root = self.last = State(0)
        for letter in text:
            self.extend(letter)

    def extend(self, letter):
        new = State(self.last.length + 1)
        state, self.last = self.last, new
        while state is not None and letter not in state.next:
            state.next[letter] = new
            state = state.link
        if state is None:
            new.link = self.root
            return
        target = state.next[letter]
        if target.length == state.length + 1:
            new.link = target
            return
        copy = State(state.length + 1, target.link, target.next.copy())
        target.link = new.link = copy
        while state is not None and state.next.get(letter) is target:
            state.next[letter] = copy
            state = state.link

    def smallest(self, size):
        """the least substring of that size; the text is a word written twice"""
        word, state = "", self.root
        while len(word) < size:
            letter, state = min(state.next.items(), key=lambda edge: edge[0])
            word += letter
        return word


word = sys.stdin.read().strip()
print(SuffixAutomaton(word * 2).smallest(len(word)))
