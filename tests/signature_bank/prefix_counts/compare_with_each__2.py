import sys

data = sys.stdin.read().split()
n = int(data[0])
words, queries = data[2 : n + 2], data[n + 2 :]
for query in queries:
    print(sum(1 for word in words if word[: len(query)] == query))
