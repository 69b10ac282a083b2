def odd(s):
    d, l, r = [], 0, -1
    for i in range(len(s)):
        k = 1 if i > r else min(d[l + r - i], r - i + 1)
        while k <= i and i + k < len(s) and s[i - k] == s[i + k]:
            k += 1
        d.append(k)
        if i + k - 1 > r:
            l, r = i - k + 1, i + k - 1
    return max(d)

def even(s):
    d, l, r = [], 0, -1
    for i in range(len(s)):
        k = 0 if i > r else min(d[l + r - i + 1], r - i + 1)
        while k < i and i + k < len(s) and s[i - k - 1] == s[i + k]:
            k += 1
        d.append(k)
        if i + k - 1 > r:
            l, r = i - k, i + k - 1
    return max(d)

s = input().strip()
print(max(2 * odd(s) - 1, 2 * even(s)))
