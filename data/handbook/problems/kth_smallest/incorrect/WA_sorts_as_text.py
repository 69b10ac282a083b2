import sys

sys.stdin = open("kth.in")
n, k = map(int, input().split())
print(sorted(input().split())[k - 1], file=open("kth.out", "w"))
