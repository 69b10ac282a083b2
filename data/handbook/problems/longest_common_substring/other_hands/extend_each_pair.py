from itertools import product

a = input().strip() + "<"
b = input().strip() + ">"
record = 0
for p, q in product(range(len(a)), range(len(b))):
    start = p
    while a[p] == b[q]:
        p += 1
        q += 1
    record = max(record, p - start)
print(record)
