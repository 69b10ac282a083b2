from collections import Counter

s = input()
input()
words = set(input().split())
cur = Counter({0: 1})
ans = 0
# after k rounds cur[i] is the number of ways to write s[:i] with k words
while cur:
    nxt = Counter()
    for i, c in cur.items():
        for w in words:
            if s[i : i + len(w)] == w:
                nxt[i + len(w)] += c
    ans += nxt[len(s)]
    cur = +nxt
print(ans)
