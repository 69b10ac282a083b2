k = int(input())
cnt = [0] * 501
for _ in range(k):
    for x in list(map(int, input().split()))[1:]:
        cnt[x] += 1
res = []
for x in range(501):
    res += [x] * cnt[x]
print(*res)
