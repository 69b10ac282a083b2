n, k = map(int, input().split())
gone = [False] * n
i = -1
for left in range(n, 1, -1):
    c = (k - 1) % left + 1
    while c:
        i = (i + 1) % n
        if not gone[i]:
            c -= 1
    gone[i] = True
print(gone.index(False) + 1)
