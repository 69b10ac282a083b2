# i + j + 2ij for 1 <= i <= j are the k for which 2k + 1 is composite
a, b = map(int, input().split())
m = (b + 1) // 2
out = [False] * (m + 1)
i = 1
while 2 * i * (i + 1) <= m:
    for k in range(2 * i * (i + 1), m + 1, 2 * i + 1):
        out[k] = True
    i += 1
ans = 1 if a <= 2 <= b else 0
for k in range(1, m + 1):
    if not out[k] and a <= 2 * k + 1 <= b:
        ans += 1
print(ans)
