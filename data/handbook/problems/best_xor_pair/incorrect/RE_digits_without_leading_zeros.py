n = int(input())
a = list(map(int, input().split()))
trie = {}
for x in a:
    t = trie
    for b in bin(x)[2:]:
        t = t.setdefault(b, {})
best = 0
for x in a:
    t = trie
    y = ""
    for b in bin(x)[2:]:
        c = "1" if b == "0" else "0"
        if c not in t:
            c = b
        y += c
        t = t[c]
    best = max(best, x ^ int(y, 2))
print(best)
