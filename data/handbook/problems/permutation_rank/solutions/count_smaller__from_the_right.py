import sys

input = sys.stdin.readline


def main():
    n = int(input())
    a = list(map(int, input().split()))
    result = 1
    weight = 1
    i = n - 1
    while i >= 0:
        count = 0
        for j in range(i + 1, n):
            count += a[j] < a[i]
        result += count * weight
        weight *= n - i
        i -= 1
    print(result)


main()
