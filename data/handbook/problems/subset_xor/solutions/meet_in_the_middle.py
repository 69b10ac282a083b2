n = int(input())
a = list(map(int, input().split()))


def xors(b):
    res = [0]
    for x in b:
        res += [y ^ x for y in res]
    return res


L = xors(a[: n // 2])
R = xors(a[n // 2 :])
ans = 0
for x in L:
    for y in R:
        if x ^ y > ans:
            ans = x ^ y
print(ans)
