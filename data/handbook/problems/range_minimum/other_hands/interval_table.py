def main():
    n, q = (int(x) for x in input().split())
    temps = [int(x) for x in input().split()]
    lowest = {(k, k): t for k, t in enumerate(temps, start=1)}
    for span in range(1, n):
        for left in range(1, n - span + 1):
            right = left + span
            here, there = lowest[left, right - 1], lowest[left + 1, right]
            lowest[left, right] = here if here < there else there
    while q:
        left, right = map(int, input().split())
        print(lowest[left, right])
        q -= 1


main()
