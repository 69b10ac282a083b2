n = int(input())
res = 0
for i in range(1, n + 1):
    while i:
        i &= i - 1
        res += 1
print(res)
