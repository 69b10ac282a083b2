from sys import stdin


def matches(text, word):
    size = len(word)
    stop = size
    while stop <= len(text):
        if text.endswith(word, 0, stop):
            yield stop - size
        stop += 1


text, word = (line.strip() for line in stdin.readlines()[:2])
hits = 0
for _ in matches(text, word):
    hits += 1
print(hits)
