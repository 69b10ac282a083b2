n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
low = 0
at = 0
tank = 0
for i in range(n):
    if tank <= low:
        low = tank
        at = i
    tank += g[i] - c[i]
print(at + 1 if tank >= 0 else -1)
