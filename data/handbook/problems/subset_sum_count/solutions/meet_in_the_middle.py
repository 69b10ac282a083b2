from collections import Counter


def sums(a):
    res = [0]
    for x in a:
        res += [t + x for t in res]
    return res


n, s = map(int, input().split())
a = list(map(int, input().split()))
left = Counter(sums(a[: n // 2]))
print(sum(left[s - t] for t in sums(a[n // 2 :])))
