n, q = map(int, input().split())
a = list(map(int, input().split()))
seen = set()
p = [0]
for x in a:
    seen.add(x)
    p.append(len(seen))
for _ in range(q):
    l, r = map(int, input().split())
    print(max(1, p[r] - p[l - 1]))
