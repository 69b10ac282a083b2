def select(d, k):
    p = d[len(d) // 2]
    less = [x for x in d if x < p]
    if k <= len(less):
        return select(less, k)
    k -= len(less)
    eq = d.count(p)
    if k <= eq:
        return p
    return select([x for x in d if x > p], k - eq)


n, k = map(int, input().split())
a = list(map(int, input().split()))
print(select([abs(a[i] - a[j]) for i in range(n) for j in range(i)], k))
