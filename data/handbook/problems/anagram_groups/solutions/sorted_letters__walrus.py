groups, n = {}, int(input())
while (n := n - 1) >= 0:
    if (key := "".join(sorted(input()))) not in groups:
        groups[key] = n
print(len(groups))
