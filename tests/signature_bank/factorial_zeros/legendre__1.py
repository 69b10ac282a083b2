n = int(input())
c = 0
while n:
    n //= 5
    c += n
print(c)
