n = int(input())
gas = list(map(int, input().split()))
cost = list(map(int, input().split()))
total = 0
tank = 0
start = 0
for i in range(n):
    d = gas[i] - cost[i]
    total += d
    tank += d
    if tank < 0:
        start = i + 1
        tank = 0
print(start + 1 if total >= 0 else -1)
