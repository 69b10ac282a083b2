# the lengths of all periods are multiples of the shortest: take prime factors out as long as one remains
s = input().strip()
n = len(s)
p = n
m = n
f = 2
while m > 1:
    if m % f:
        f += 1
        continue
    m //= f
    q = p // f
    if s[q:] == s[:-q]:
        p = q
print(p)
