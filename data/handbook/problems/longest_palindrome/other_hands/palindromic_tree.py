import sys

EMPTY, IMAGINARY = 0, 1


def main():
    text = "*" + sys.stdin.read().strip()
    size = {EMPTY: 0, IMAGINARY: -1}
    suffix = {EMPTY: IMAGINARY, IMAGINARY: IMAGINARY}
    edge = {}

    def fit(node, at):
        while text[at - size[node] - 1] != text[at]:
            node = suffix[node]
        return node

    longest = EMPTY
    for at in range(1, len(text)):
        letter = text[at]
        inner = fit(longest, at)
        if (inner, letter) not in edge:
            fresh = len(size)
            size[fresh] = size[inner] + 2
            if inner == IMAGINARY:
                suffix[fresh] = EMPTY
            else:
                suffix[fresh] = edge[fit(suffix[inner], at), letter]
            edge[inner, letter] = fresh
        longest = edge[inner, letter]
    print(max(size.values()))


main()
