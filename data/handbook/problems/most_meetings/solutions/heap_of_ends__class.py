import sys
from heapq import heappush, heapreplace
from typing import List


class Solution:
    def minMeetingRooms(self, intervals: List[List[int]]) -> int:
        if not intervals:
            return 0
        intervals.sort(key=lambda interval: interval[0])
        rooms: List[int] = []
        for start, end in intervals:
            if rooms and rooms[0] <= start:
                # the room that becomes free first is free by now
                heapreplace(rooms, end)
            else:
                heappush(rooms, end)
        return len(rooms)


def main() -> None:
    tokens = sys.stdin.buffer.read().split()
    n = int(tokens[0])
    intervals = [[int(tokens[2 * i + 1]), int(tokens[2 * i + 2])] for i in range(n)]
    print(Solution().minMeetingRooms(intervals))


if __name__ == "__main__":
    main()
