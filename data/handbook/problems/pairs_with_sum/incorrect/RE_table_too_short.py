n, s = map(int, input().split())
cnt = [0] * 1000
for x in map(int, input().split()):
    cnt[x] += 1
twice = sum(cnt[v] * (cnt[v] - 1 if 2 * v == s else cnt[s - v]) for v in range(1000) if 0 <= s - v < 1000)
print(twice // 2)
