n, q = map(int, input().split())
words = [input() for _ in range(n)]
for _ in range(q):
    p = input()
    c = 0
    for w in words:
        if w.startswith(p):
            c += 1
    print(c)
