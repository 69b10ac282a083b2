import sys

FLIP = {"0": "1", "1": "0"}


def build(words):
    tree = {}
    for word in words:
        place = tree
        for letter in word:
            place = place.setdefault(letter, {})
    return tree


def opposite(tree, word):
    """The word of the tree that differs from the given one as early and as often as can be."""
    result = ""
    for letter in word:
        step = FLIP[letter] if FLIP[letter] in tree else letter
        result += step
        tree = tree[step]
    return result


def main():
    _, *numbers = sys.stdin.read().split()
    words = [f"{int(x):010b}" for x in numbers]
    tree = build(words)
    print(max(int(w, 2) ^ int(opposite(tree, w), 2) for w in words))


main()
