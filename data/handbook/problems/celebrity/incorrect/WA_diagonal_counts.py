n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
for i in range(n):
    if sum(a[i]) == 0 and sum(r[i] for r in a) == n - 1:
        print(i + 1)
        break
else:
    print(-1)
