import sys


def suffix_array(s):
    n = len(s)
    order = list(range(n))
    rank = [ord(c) for c in s]
    width = 1
    while True:
        key = [(rank[i], rank[i + width] if i + width < n else -1) for i in range(n)]
        order.sort(key=key.__getitem__)
        rank[order[0]] = 0
        for previous, current in zip(order, order[1:]):
            rank[current] = rank[previous] + (key[current] != key[previous])
        if rank[order[-1]] == n - 1 or width >= n:
            return order, rank
        width *= 2


def common_prefixes(s, order, rank):
    """Kasai: lengths of the common prefixes of neighbours in the order"""
    h = 0
    for i in range(len(s)):
        if rank[i] == 0:
            h = 0
            continue
        j = order[rank[i] - 1]
        while i + h < len(s) and j + h < len(s) and s[i + h] == s[j + h]:
            h += 1
        yield h
        h = max(0, h - 1)


def main():
    s = sys.stdin.readline().rstrip("\n")
    order, rank = suffix_array(s)
    print(len(s) * (len(s) + 1) // 2 - sum(common_prefixes(s, order, rank)))


main()
