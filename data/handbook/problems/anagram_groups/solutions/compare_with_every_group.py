def anagrams(a, b):
    if len(a) != len(b):
        return False
    b = list(b)
    for c in a:
        if c not in b:
            return False
        b.remove(c)
    return True


n = int(input())
groups = []
for _ in range(n):
    w = input().strip()
    for g in groups:
        if anagrams(g, w):
            break
    else:
        groups.append(w)
print(len(groups))
