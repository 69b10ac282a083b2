import sys


def rank(p: list[int]) -> int:
    """Lehmer code, read as a number in the factorial system."""
    fact = [1]
    for k in range(1, len(p) + 1):
        fact.append(fact[-1] * k)
    code = [sum(1 for y in p[i + 1 :] if y < x) for i, x in enumerate(p)]
    return sum(c * f for c, f in zip(code, reversed(fact[: len(p)]))) + 1


if __name__ == "__main__":
    print(rank([int(x) for x in sys.stdin.readlines()[1].split()]))
