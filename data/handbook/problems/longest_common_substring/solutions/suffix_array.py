s = input()
t = input()
u = s + "#" + t + "$"
n = len(s)
sa = sorted(range(len(u)), key=lambda i: u[i:])
best = 0
for x, y in zip(sa, sa[1:]):
    # neighbours, one from each word
    if (x < n) != (y < n):
        k = 0
        while u[x + k] == u[y + k]:
            k += 1
        best = max(best, k)
print(best)
