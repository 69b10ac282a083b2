# a window can never be longer than the number of different characters
s = input().strip()
k = len(set(s))
while not any(len(set(s[i : i + k])) == k for i in range(len(s) - k + 1)):
    k -= 1
print(k)
