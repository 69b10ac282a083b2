import sys

known = {0: 1, 1: 1}


def catalan(k):
    if k in known:
        return known[k]
    total = 0
    for inside in range(k):
        behind = k - inside - 1
        total += catalan(inside) * catalan(behind)
    known[k] = total
    return total


def main():
    n, m = [int(x) for x in sys.stdin.read().split()]
    print(catalan(n) % m)


if __name__ == "__main__":
    main()
