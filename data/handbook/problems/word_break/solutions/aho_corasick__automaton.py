import sys


class Automaton:
    def __init__(self, words):
        self.table = [[0] * 26]
        self.ends = [set()]
        for word in words:
            self.insert(word)
        self.link_up()

    def insert(self, word):
        state = 0
        for code in word.encode():
            code -= 97
            if not self.table[state][code]:
                self.table[state][code] = len(self.table)
                self.table.append([0] * 26)
                self.ends.append(set())
            state = self.table[state][code]
        self.ends[state].add(len(word))

    def link_up(self):
        """Complete the table; each state also gets the words of its longest proper suffix."""
        link = [0] * len(self.table)
        level = [state for state in self.table[0] if state]
        while level:
            deeper = []
            for state in level:
                self.ends[state] |= self.ends[link[state]]
                shorter = self.table[link[state]]
                row = self.table[state]
                for code in range(26):
                    if row[code]:
                        link[row[code]] = shorter[code]
                        deeper.append(row[code])
                    else:
                        row[code] = shorter[code]
            level = deeper


def main():
    text, _, *words = sys.stdin.read().split()
    machine = Automaton(words)
    ways = [0] * (len(text) + 1)
    ways[0] = 1
    state = 0
    for place, letter in enumerate(text):
        state = machine.table[state][ord(letter) - ord("a")]
        ways[place + 1] = sum(ways[place + 1 - size] for size in machine.ends[state])
    print(ways[len(text)])


main()
