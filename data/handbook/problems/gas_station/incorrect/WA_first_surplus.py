n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
if sum(g) < sum(c):
    print(-1)
else:
    for i in range(n):
        if g[i] >= c[i]:
            print(i + 1)
            break
