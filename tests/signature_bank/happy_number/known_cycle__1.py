def happy(n):
    while n != 1 and n != 4:
        s = 0
        while n:
            s += (n % 10) ** 2
            n //= 10
        n = s
    return n == 1

input()
print(*["YES" if happy(int(x)) else "NO" for x in input().split()])
