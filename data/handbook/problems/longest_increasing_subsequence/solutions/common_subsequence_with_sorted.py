# the longest common subsequence of the sequence and its different numbers in sorted order
n = int(input())
a = list(map(int, input().split()))
b = sorted(set(a))
row = [0] * (len(b) + 1)
for x in a:
    diag = 0
    new = [0]
    left = 0
    for j, y in enumerate(b):
        up = row[j + 1]
        if x == y:
            left = diag + 1
        elif up > left:
            left = up
        new.append(left)
        diag = up
    row = new
print(row[-1])
