import sys

input = sys.stdin.readline
n = int(input())
a = list(map(int, input().split()))
total = 0
step = 1
while step < n:
    b = []
    for start in range(0, n, 2 * step):
        left = a[start:start + step]
        right = a[start + step:start + 2 * step]
        i = j = 0
        while i < len(left) and j < len(right):
            if right[j] < left[i]:
                b.append(right[j])
                j += 1
                total += len(left) - i
            else:
                b.append(left[i])
                i += 1
        b += left[i:]
        b += right[j:]
    a = b
    step *= 2
print(total)
