t = input().strip()
input()
lex = frozenset(input().split())
longest = max(map(len, lex))
L = len(t)
cnt = [1]
while len(cnt) <= L:
    e = len(cnt)
    b = max(0, e - longest)
    cnt.append(sum(c for i, c in enumerate(cnt[b:], b) if t[i:e] in lex))
print(cnt[L])
