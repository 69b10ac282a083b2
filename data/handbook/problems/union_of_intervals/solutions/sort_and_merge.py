n = int(input())
v = sorted(tuple(map(int, input().split())) for _ in range(n))
total = 0
end = 0
for l, r in v:
    if r > end:
        total += r - max(l, end)
        end = r
print(total)
