n = int(input())
a = list(map(int, input().split()))
total = sum(a)
half = total // 2
can = [True] + [False] * half
for x in a:
    for s in range(x, half + 1):
        if can[s - x]:
            can[s] = True
while not can[half]:
    half -= 1
print(total - 2 * half)
