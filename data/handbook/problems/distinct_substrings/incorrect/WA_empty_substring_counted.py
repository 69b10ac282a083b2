s = input()
n = len(s)
print(len({s[i:j] for i in range(n + 1) for j in range(i, n + 1)}))
