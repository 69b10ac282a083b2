n = int(input())
cnt = [0] * 600
for _ in range(n):
    s, e = map(int, input().split())
    for t in range(s, e):
        cnt[t] += 1
print(max(cnt))
