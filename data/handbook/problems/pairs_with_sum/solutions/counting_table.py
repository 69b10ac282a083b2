n, s = map(int, input().split())
cnt = [0] * 1001
for x in map(int, input().split()):
    cnt[x] += 1
twice = 0
for v in range(1001):
    w = s - v
    if 0 <= w <= 1000:
        if v == w:
            twice += cnt[v] * (cnt[v] - 1)
        else:
            twice += cnt[v] * cnt[w]
print(twice // 2)
