s = input().strip()
n = len(s)
k = len(set(s))
while n % k:
    k += 1
print(k if s[:k] * (n // k) == s else n)
