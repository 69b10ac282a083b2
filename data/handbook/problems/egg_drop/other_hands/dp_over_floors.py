import sys

k, n = map(int, sys.stdin.readline().split())
INF = 1 << 30
# need[height][eggs], tower after tower
need = [[0] * (k + 1)]
for height in range(1, n + 1):
    line = [INF]
    for eggs in range(1, k + 1):
        cheapest = INF
        for below in range(height):
            above = height - 1 - below
            a = need[below][eggs - 1]
            b = need[above][eggs]
            if b > a:
                a = b
            if a < cheapest:
                cheapest = a
        line.append(cheapest + 1)
    need.append(line)
print(need[n][k])
