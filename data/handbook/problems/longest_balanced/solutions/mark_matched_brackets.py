s = input()
free = []
matched = [" "] * len(s)
for i in range(len(s)):
    if s[i] == "(":
        free.append(i)
    elif free:
        matched[i] = matched[free.pop()] = "x"
print(max(map(len, "".join(matched).split()), default=0))
