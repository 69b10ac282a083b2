a, b = map(int, input().split())
divisors = [set() for _ in range(b + 1)]
for d in range(1, b + 1):
    for m in range(d, b + 1, d):
        divisors[m].add(d)
print(sum(1 for n in range(a, b + 1) if len(divisors[n]) == 2))
