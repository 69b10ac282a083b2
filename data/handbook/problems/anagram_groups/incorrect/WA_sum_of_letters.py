n = int(input())
print(len({(lambda w: (len(w), sum(map(ord, w))))(input().strip()) for _ in range(n)}))
