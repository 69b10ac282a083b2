# stops dividing one step too early
a, b = map(int, input().split())
count = 0
for n in range(max(a, 2), b + 1):
    d = 2
    prime = True
    while d * d < n:
        if n % d == 0:
            prime = False
            break
        d += 1
    count += prime
print(count)
