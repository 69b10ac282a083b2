k, n = map(int, input().split())
a = list(map(int, input().split()))
b = []
for x in a:
    b.append(x)
    b.sort(reverse=True)
    print(b[k - 1] if len(b) >= k else -1, end=' ')
