s = input()
n = len(s)
rank = [ord(c) for c in s]
k = 1
while k < n:
    key = [(rank[i], rank[(i + k) % n]) for i in range(n)]
    place = {x: r for r, x in enumerate(sorted(set(key)))}
    rank = [place[x] for x in key]
    k *= 2
p = rank.index(min(rank))
print(s[p:] + s[:p])
