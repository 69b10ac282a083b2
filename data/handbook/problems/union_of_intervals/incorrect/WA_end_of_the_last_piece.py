n = int(input())
v = sorted(tuple(map(int, input().split())) for _ in range(n))
total = 0
start, end = v[0]
for l, r in v[1:]:
    if l > end:
        total += end - start
        start = l
    end = r
print(total + end - start)
