n = int(input())
phi = (1 + 5**0.5) / 2
print(int(phi ** (n + 1) / 5**0.5 + 0.5) % (10**9 + 7))
