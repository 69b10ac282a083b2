n = int(input())
a = list(map(int, input().split()))
g = 1
for p in range(2, min(a) + 1):
    if all(x % p == 0 for x in a) and all(p % q for q in range(2, p)):
        g *= p
print(g)
