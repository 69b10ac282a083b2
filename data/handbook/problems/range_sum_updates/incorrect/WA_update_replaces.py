n, q = map(int, input().split())
a = list(map(int, input().split()))
for _ in range(q):
    op, i, j = input().split()
    i, j = int(i) - 1, int(j)
    if op == "+":
        a[i] = j
    else:
        print(sum(a[i:j]))
