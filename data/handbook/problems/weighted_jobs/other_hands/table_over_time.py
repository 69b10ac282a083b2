n = int(input())
work = {}
horizon = 0
for _ in range(n):
    s, e, v = map(int, input().split())
    work.setdefault(s, []).append((e, v))
    horizon = max(horizon, e)

money = [0] * (horizon + 1)
for now in range(horizon + 1):
    if now:
        money[now] = max(money[now], money[now - 1])
    for e, v in work.get(now, []):
        money[e] = max(money[e], money[now] + v)
print(money[horizon])
