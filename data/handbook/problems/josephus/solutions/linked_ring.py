n, k = map(int, input().split())
nxt = list(range(1, n)) + [0]
prev = n - 1
left = n
while left > 1:
    for _ in range((k - 1) % left):
        prev = nxt[prev]
    nxt[prev] = nxt[nxt[prev]]
    left -= 1
print(prev + 1)
