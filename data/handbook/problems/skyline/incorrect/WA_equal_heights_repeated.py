n = int(input())
b = [tuple(map(int, input().split())) for _ in range(n)]
for x in sorted({e for l, r, _ in b for e in (l, r)}):
    print(x, max([h for l, r, h in b if l <= x < r], default=0))
