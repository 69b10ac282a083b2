P = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101]
n = int(input())
keys = set()
for _ in range(n):
    k = 1
    for ch in input():
        k *= P[ord(ch) - 97]
    keys.add(k)
print(len(keys))
