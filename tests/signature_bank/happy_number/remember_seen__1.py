def ok(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1

input()
print(*["YES" if ok(int(x)) else "NO" for x in input().split()])
