import sys


def suffix_array(codes):
    """Prefix doubling."""
    n = len(codes)
    rank = list(codes)
    step = 1
    while True:
        def key(i):
            return rank[i], rank[i + step] if i + step < n else -1
        order = sorted(range(n), key=key)
        new = [0] * n
        for x, y in zip(order, order[1:]):
            new[y] = new[x] + (key(x) != key(y))
        rank = new
        if rank[order[-1]] == n - 1:
            return order, rank
        step *= 2


def kasai(codes, order, rank):
    n = len(codes)
    lcp = [0] * n
    h = 0
    for i in range(n):
        if rank[i] == 0:
            h = 0
            continue
        j = order[rank[i] - 1]
        while i + h < n and j + h < n and codes[i + h] == codes[j + h]:
            h += 1
        lcp[rank[i]] = h
        if h:
            h -= 1
    return lcp


def main():
    s, t = sys.stdin.read().split()
    codes = [ord(c) for c in s] + [1] + [ord(c) for c in t]
    order, rank = suffix_array(codes)
    lcp = kasai(codes, order, rank)
    border = len(s)
    answer = 0
    for k in range(1, len(codes)):
        if (order[k] > border) is not (order[k - 1] > border) and border not in (order[k], order[k - 1]):
            answer = max(answer, lcp[k])
    print(answer)


main()
