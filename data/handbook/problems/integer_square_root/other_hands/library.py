v = int(input())
s = int(v ** 0.5)
s += (s + 1) ** 2 <= v
s -= s ** 2 > v
print(s)
