# bit x of r: x can be made of k squares
n = int(input())
r = 1
k = 0
while not r >> n & 1:
    new = 0
    i = 1
    while i * i <= n:
        new |= r << (i * i)
        i += 1
    r = new
    k += 1
print(k)
