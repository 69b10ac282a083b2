n, b = map(int, input().split())
D = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
s = ""
while n > 0:
    s = D[n % b] + s
    n //= b
print(s or "0")
