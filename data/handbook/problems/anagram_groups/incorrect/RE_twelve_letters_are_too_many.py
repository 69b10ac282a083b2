n = int(input())
keys = set()
for _ in range(n):
    w = sorted(input().strip())
    key = [""] * 10
    for i, c in enumerate(w):
        key[i] = c
    keys.add(tuple(key))
print(len(keys))
