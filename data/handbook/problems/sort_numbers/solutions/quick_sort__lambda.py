qs = lambda a: [] if not a else qs([x for x in a[1:] if x < a[0]]) + a[:1] + qs([x for x in a[1:] if x >= a[0]])
input()
print(" ".join(map(str, qs([*map(int, input().split())]))))
