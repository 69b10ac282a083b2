n = int(input())
gas = list(map(int, input().split()))
cost = list(map(int, input().split()))
start = tank = total = 0
for i in range(n):
    d = gas[i] - cost[i]
    tank += d
    total += d
    if tank < 0:
        start = i + 1
        tank = 0
print(start if total >= 0 else -1)
