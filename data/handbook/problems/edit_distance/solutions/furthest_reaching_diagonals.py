import sys


def main():
    lines = sys.stdin.read().split("\n")
    a, b = lines[0], lines[1]
    n, m = len(a), len(b)

    def slide(i, k):
        j = i + k
        while i < n and j < m and a[i] == b[j]:
            i += 1
            j += 1
        return i

    # reach[k]: the furthest row on diagonal k = column - row that can be had for the present cost
    reach = {0: slide(0, 0)}
    cost = 0
    while reach.get(m - n, -1) < n:
        cost += 1
        nxt = {}
        for k in range(-cost, cost + 1):
            i = max(reach.get(k, -9) + 1, reach.get(k + 1, -9) + 1, reach.get(k - 1, -9))
            i = min(i, n, m - k)
            if i >= 0 and i + k >= 0:
                nxt[k] = slide(i, k)
        reach = nxt
    print(cost)


main()
