n = int(input())
w = list(map(int, input().split()))
total = sum(w)
half = total // 2
can = [False] * (half + 1)
can[0] = True
for x in w:
    for s in range(half, x - 1, -1):
        if can[s - x]:
            can[s] = True
s = half
while not can[s]:
    s -= 1
print(total - 2 * s)
