def wht(f):
    h = 1
    while h < len(f):
        for i in range(0, len(f), 2 * h):
            for j in range(i, i + h):
                x, y = f[j], f[j + h]
                f[j], f[j + h] = x + y, x - y
        h *= 2


n = int(input())
f = [0] * 1024
for x in map(int, input().split()):
    f[x] += 1
wht(f)
f = [x * x for x in f]
wht(f)
# f[v] / 1024 is now the number of ordered pairs with xor v
v = 1023
while f[v] == 0:
    v -= 1
print(v)
