n = int(input())
a = list(map(int, input().split()))
bits = 1
for x in a:
    bits |= bits << x
total = sum(a)
s = total // 2
while not bits >> s & 1:
    s -= 1
print(total - 2 * s)
