a = input()
b = input()


def inside(s):
    it = iter(b)
    return all(c in it for c in s)


best = 0
for mask in range(1 << len(a)):
    s = [a[i] for i in range(len(a)) if mask >> i & 1]
    if len(s) > best and inside(s):
        best = len(s)
print(best)
