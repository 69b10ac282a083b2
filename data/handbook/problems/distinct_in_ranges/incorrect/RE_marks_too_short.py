n, q = map(int, input().split())
a = list(map(int, input().split()))
for _ in range(q):
    l, r = map(int, input().split())
    mark = [0] * (1000 + 1)
    for i in range(l - 1, r):
        mark[a[i]] = 1
    print(sum(mark))
