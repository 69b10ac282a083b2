import sys


def levenshtein(source: str, target: str) -> int:
    """Only the previous row of the table is kept."""
    previous = list(range(len(target) + 1))
    for i, a in enumerate(source, start=1):
        current = [i]
        for j, b in enumerate(target, start=1):
            insertion = current[j - 1] + 1
            deletion = previous[j] + 1
            substitution = previous[j - 1] + (0 if a == b else 1)
            current.append(min(insertion, deletion, substitution))
        previous = current
    return previous[-1]


if __name__ == "__main__":
    first = sys.stdin.readline().rstrip("\n")
    second = sys.stdin.readline().rstrip("\n")
    print(levenshtein(first, second))
