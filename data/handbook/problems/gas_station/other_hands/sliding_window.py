import sys


def main():
    n, gas, cost = [[int(x) for x in line.split()] for line in sys.stdin.read().strip().splitlines()]
    n = n[0]
    left, right, tank = 0, 0, 0
    while left < n:
        if tank < 0:
            # take the oldest station out again
            tank += cost[left] - gas[left]
            left += 1
        elif right == left + n:
            print(left + 1)
            return
        else:
            j = right if right < n else right - n
            tank += gas[j] - cost[j]
            right += 1
    print(-1)


main()
