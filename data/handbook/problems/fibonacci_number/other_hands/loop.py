import sys

steps, modulus = map(int, sys.stdin.read().split())
pair = [0, 1]
while steps > 0:
    # overwrite the older of the two
    pair[0] = sum(pair) % modulus
    pair.reverse()
    steps -= 1
print(pair[0] % modulus)
