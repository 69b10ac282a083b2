w = input()
t = input()
m = len(w)
print(sum(set(t[i:i + m]) == set(w) for i in range(len(t) - m + 1)))
