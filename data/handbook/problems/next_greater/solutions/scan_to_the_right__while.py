import sys

input = sys.stdin.readline


def next_greater(arr, pos):
    """value of the first element after pos that is greater, -1 if none"""
    k = pos + 1
    while k < len(arr) and arr[k] <= arr[pos]:
        k += 1
    if k == len(arr):
        return -1
    return arr[k]


n = int(input())
arr = list(map(int, input().split()))
answer = [0] * n
i = 0
while i < n:
    answer[i] = next_greater(arr, i)
    i += 1
print(*answer)
