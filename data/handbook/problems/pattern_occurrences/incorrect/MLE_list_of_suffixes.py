from bisect import bisect_left

text = input()
pattern = input()
suffixes = sorted(text[i:] for i in range(len(text)))
print(bisect_left(suffixes, pattern + "~") - bisect_left(suffixes, pattern))
