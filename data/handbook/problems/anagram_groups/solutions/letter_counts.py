n = int(input())
seen = set()
for _ in range(n):
    c = [0] * 26
    for ch in input().strip():
        c[ord(ch) - 97] += 1
    seen.add(tuple(c))
print(len(seen))
