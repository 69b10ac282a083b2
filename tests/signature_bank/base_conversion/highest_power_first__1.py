n, b = map(int, input().split())
D = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
p = 1
while p * b <= n:
    p *= b
res = ""
while p > 0:
    res += D[n // p]
    n %= p
    p //= b
print(res)
