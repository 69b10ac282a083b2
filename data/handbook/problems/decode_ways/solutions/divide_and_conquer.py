s = input().strip()


def ways(l, r):
    if l == r:
        return 1
    if r - l == 1:
        return 0 if s[l] == "0" else 1
    m = (l + r) // 2
    res = ways(l, m) * ways(m, r)
    # a letter made of digits m-1 and m
    if 10 <= int(s[m - 1 : m + 1]) <= 26:
        res += ways(l, m - 1) * ways(m + 1, r)
    return res


print(ways(0, len(s)))
