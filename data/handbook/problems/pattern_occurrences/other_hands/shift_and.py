import sys
from string import ascii_lowercase


def main():
    text = sys.stdin.readline().rstrip()
    word = sys.stdin.readline().rstrip()
    # the first letter of the word is the highest bit, matches move down
    table = {}
    for letter in ascii_lowercase:
        table[letter] = int("".join("1" if c == letter else "0" for c in word), 2)
    entry = 1 << (len(word) - 1)
    alive = 0
    total = 0
    for letter in text:
        alive = (alive >> 1 | entry) & table[letter]
        if alive & 1:
            total += 1
    print(total)


main()
