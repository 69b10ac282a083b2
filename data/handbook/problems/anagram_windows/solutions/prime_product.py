primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101]
w = input()
t = input()
m = len(w)
target = 1
for c in w:
    target *= primes[ord(c) - 97]
cur = 1
ans = 0
for i, c in enumerate(t):
    cur *= primes[ord(c) - 97]
    if i >= m:
        cur //= primes[ord(t[i - m]) - 97]
    if cur == target:
        ans += 1
print(ans)
