n = int(input())
a = list(map(int, input().split()))


def divisors(x):
    res = set()
    d = 1
    while d * d <= x:
        if x % d == 0:
            res.add(d)
            res.add(x // d)
        d += 1
    return res


common = divisors(a[0])
for x in a[1:]:
    common &= divisors(x)
print(max(common))
