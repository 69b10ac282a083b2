import sys
data = sys.stdin.buffer.read().split()
n = int(data[0]); s = int(data[1])
arr = []
for tok in data[2:]:
    arr.append(int(tok))
res = 0
i = 0
while i < n:
    j = 0
    while j < i:
        if arr[j] == s - arr[i]:
            res += 1
        j += 1
    i += 1
sys.stdout.write(str(res) + "\n")
