n = int(input())
m = 0
for _ in range(n):
    l, r = map(int, input().split())
    m |= (1 << r) - (1 << l)
print(bin(m).count("1"))
