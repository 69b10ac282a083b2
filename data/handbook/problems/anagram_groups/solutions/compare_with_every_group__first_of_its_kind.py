import sys


def same_letters(first, second):
    """every letter as often in one word as in the other"""
    for letter in first + second:
        if first.count(letter) != second.count(letter):
            return False
    return True


def main():
    lines = sys.stdin.readlines()
    words = [line.strip() for line in lines[1:]]
    groups = 0
    i = 0
    while i < len(words):
        new = True
        j = 0
        while j < i and new:
            if same_letters(words[i], words[j]):
                new = False
            j += 1
        if new:
            groups += 1
        i += 1
    print(groups)


main()
