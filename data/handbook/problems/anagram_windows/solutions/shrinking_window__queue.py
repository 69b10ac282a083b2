import sys
from collections import deque


def places(word, text):
    """Grow a queue of letters that are all still owed by the word."""
    budget = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 0)
    for letter in word:
        budget[letter] += 1
    held = deque()
    for letter in text:
        while held and budget[letter] == 0:
            budget[held.popleft()] += 1
        if budget[letter] == 0:
            continue
        budget[letter] -= 1
        held.append(letter)
        if len(held) == len(word):
            yield 1


def main():
    word = sys.stdin.readline().strip()
    text = sys.stdin.readline().strip()
    print(sum(places(word, text)))


if __name__ == "__main__":
    main()
