import sys

n = int(sys.stdin.buffer.readline())
if n < 2:
    root = n
else:
    root, following = n, n // 2
    while following < root:
        root = following
        following = (root + n // root) // 2
sys.stdout.write(str(root) + "\n")
