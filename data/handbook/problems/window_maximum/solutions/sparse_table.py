n, k = map(int, input().split())
t = list(map(int, input().split()))
w = 1
while 2 * w <= k:
    t = [max(t[i], t[i + w]) for i in range(len(t) - w)]
    w *= 2
print(*[max(t[i], t[i + k - w]) for i in range(n - k + 1)])
