import sys
input = sys.stdin.readline

def main():
    n = int(input())
    arr = [int(x) for x in input().split()]
    arr.sort()
    median = arr[len(arr) >> 1]
    times = sum(1 for x in arr if x == median)
    if times * 2 > n:
        print(median)
        return
    print(-1)

main()
