n, m = [int(t) for t in input().split()]

halvings = []
while n:
    n, odd = divmod(n, 2)
    halvings.append(odd)

# (before, here) = F(k - 1), F(k), at the beginning k = 0
before, here = 1, 0
while halvings:
    before, here = (before * before + here * here) % m, here * (here + 2 * before) % m
    if halvings.pop():
        before, here = here, (before + here) % m
print(here % m)
