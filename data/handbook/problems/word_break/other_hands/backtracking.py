import sys

text, _, *vocab = sys.stdin.read().split()
vocab = list(dict.fromkeys(vocab))


def ways(rest):
    if rest == "":
        return 1
    # try every word at the end of what is left
    return sum(ways(rest[:-len(w)]) for w in vocab if rest.endswith(w))


print(ways(text))
