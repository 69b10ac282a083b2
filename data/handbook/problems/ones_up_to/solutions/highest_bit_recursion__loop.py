import sys

n = int(sys.stdin.readline())
total = 0
while n > 0:
    exponent = 0
    while 2 ** (exponent + 1) <= n:
        exponent += 1
    power = 2**exponent
    total += exponent * power // 2
    n -= power
    total += n + 1
print(total)
