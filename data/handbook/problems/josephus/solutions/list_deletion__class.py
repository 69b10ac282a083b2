class Solution:
    def findTheWinner(self, n: int, k: int) -> int:
        friends = list(range(1, n + 1))

        def leave(start: int) -> int:
            index = (start + k - 1) % len(friends)
            friends.pop(index)
            return index

        position = 0
        while len(friends) > 1:
            position = leave(position)
        (winner,) = friends
        return winner


print(Solution().findTheWinner(*map(int, input().split())))
