n = int(input())
gas = list(map(int, input().split()))
cost = list(map(int, input().split()))
tank = 0
start = 0
for i in range(n):
    tank += gas[i] - cost[i]
    if tank < 0:
        start = i + 1
        tank = 0
print(start + 1 if start < n else -1)
