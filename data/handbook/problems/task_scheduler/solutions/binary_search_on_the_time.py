k = int(input())
s = input().strip()
cnt = [s.count(c) for c in set(s)]


def fits(t):
    # t = full frames of k + 1 and a rest; a kind runs once per frame
    full, rest = divmod(t, k + 1)
    if max(cnt) > full + 1:
        return False
    return sum(c > full for c in cnt) <= rest


lo, hi = len(s), len(s) * (k + 1)
while lo < hi:
    m = (lo + hi) // 2
    if fits(m):
        hi = m
    else:
        lo = m + 1
print(lo)
