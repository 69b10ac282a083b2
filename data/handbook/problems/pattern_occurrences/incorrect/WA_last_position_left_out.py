text = input()
pattern = input()
n, m = len(text), len(pattern)
count = 0
for i in range(n - m):
    if text[i : i + m] == pattern:
        count += 1
print(count)
