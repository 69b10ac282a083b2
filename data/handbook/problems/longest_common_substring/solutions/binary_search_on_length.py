s = input()
t = input()


def ok(k):
    seen = set()
    for i in range(len(s) - k + 1):
        seen.add(s[i:i + k])
    for i in range(len(t) - k + 1):
        if t[i:i + k] in seen:
            return True
    return False


lo, hi = 0, min(len(s), len(t)) + 1
while hi - lo > 1:
    mid = (lo + hi) // 2
    if ok(mid):
        lo = mid
    else:
        hi = mid
print(lo)
