k, q = map(int, input().split())
s = list(map(int, input().split()))
piles = list(map(int, input().split()))
g = [0] * 21
for i in range(21):
    seen = set()
    for x in s:
        if x <= i:
            seen.add(g[i - x])
    mex = 0
    while mex in seen:
        mex += 1
    g[i] = mex
for p in piles:
    print("first" if g[p] > 0 else "second")
