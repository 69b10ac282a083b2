t = input()
p = input()
count = 0
for i in range(len(t) - len(p) + 1):
    j = 0
    while j < len(p) and t[i + j] == p[j]:
        j += 1
    if j == len(p):
        count += 1
print(count)
