k, q = map(int, input().split())
jumps = sorted(map(int, input().split()))
asked = [*map(int, input().split())]

marked = bytearray(max(asked) + 1)
size = 0
while size != -1:
    for jump in jumps:
        if size + jump >= len(marked):
            break
        marked[size + jump] = 1
    size = marked.find(0, size + 1)

for a in asked:
    print("first" if marked[a] == 1 else "second")
