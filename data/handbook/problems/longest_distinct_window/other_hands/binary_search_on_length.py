from collections import Counter


def exists(s, w):
    cnt = Counter(s[:w])
    dup = sum(1 for v in cnt.values() if v > 1)
    i = w
    while dup and i < len(s):
        cnt[s[i]] += 1
        if cnt[s[i]] == 2:
            dup += 1
        cnt[s[i - w]] -= 1
        if cnt[s[i - w]] == 1:
            dup -= 1
        i += 1
    return dup == 0


s = input().strip()
a, b = 1, len(s)
res = 0
while a <= b:
    w = a + (b - a) // 2
    if exists(s, w):
        res, a = w, w + 1
    else:
        b = w - 1
print(res)
