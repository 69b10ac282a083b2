n = int(input())
print(*[format(i ^ (i >> 1), "0" + str(n) + "b") for i in range(1 << n)])
