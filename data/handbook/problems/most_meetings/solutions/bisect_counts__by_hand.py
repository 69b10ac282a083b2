import sys
input = sys.stdin.readline

def not_above(values, x):
    low, high = 0, len(values)
    while low < high:
        mid = (low + high) // 2
        if values[mid] <= x:
            low = mid + 1
        else:
            high = mid
    return low

def main():
    n = int(input())
    meetings = [list(map(int, input().split())) for _ in range(n)]
    begins = sorted(m[0] for m in meetings)
    finishes = sorted(m[1] for m in meetings)
    result = 0
    for moment in begins:
        running = not_above(begins, moment) - not_above(finishes, moment)
        result = max(result, running)
    print(result)

main()
