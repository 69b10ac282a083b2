import sys
from collections import defaultdict


def main():
    rows = [list(map(int, line.split())) for line in sys.stdin if line.strip()]
    (n, q), temps, *asked = rows

    waiting = defaultdict(list)
    for number, (first, last) in enumerate(asked):
        waiting[first].append((last, number))

    answers = {}
    days, lows = [], []  # days go down from bottom to top, lows go up
    for day in range(n, 0, -1):
        low = temps[day - 1]
        while lows and lows[-1] >= low:
            lows.pop()
            days.pop()
        lows.append(low)
        days.append(day)
        for last, number in waiting[day]:
            # deepest entry whose day is not after last
            lo, hi = 0, len(days) - 1
            while lo < hi:
                mid = (lo + hi) // 2
                if days[mid] <= last:
                    hi = mid
                else:
                    lo = mid + 1
            answers[number] = lows[lo]

    for number in range(q):
        print(answers[number])


main()
