n = int(input())
fence = [False] * 1000
for _ in range(n):
    l, r = map(int, input().split())
    for x in range(l, r):
        fence[x] = True
print(sum(fence))
