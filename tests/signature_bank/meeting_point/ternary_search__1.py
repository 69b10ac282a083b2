n = int(input())
a = list(map(int, input().split()))

def f(p):
    return sum(abs(x - p) for x in a)

l, r = min(a), max(a)
while r - l > 2:
    m1 = l + (r - l) // 3
    m2 = r - (r - l) // 3
    if f(m1) <= f(m2):
        r = m2
    else:
        l = m1
print(min(f(p) for p in range(l, r + 1)))
