text = input()
pattern = input()
print(sum(text.startswith(pattern, i) for i in range(len(text) - len(pattern) + 1)))
