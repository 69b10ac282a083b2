digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

def conv(n, b):
    if n < b:
        return digits[n]
    return conv(n // b, b) + digits[n % b]

n, b = [int(x) for x in input().split()]
print(conv(n, b))
