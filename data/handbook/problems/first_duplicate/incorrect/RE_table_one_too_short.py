n = int(input())
marked = [False] * n
for x in map(int, input().split()):
    if marked[x]:
        print(x)
        break
    marked[x] = True
else:
    print(-1)
