class Solution:
    def canCompleteCircuit(self, gas, cost):
        if sum(gas) < sum(cost):
            return -1
        current = 0
        answer = 0
        for i, (g, c) in enumerate(zip(gas, cost)):
            current += g - c
            if current < 0:
                current = 0
                answer = i + 1
        return answer


n = int(input())
print(Solution().canCompleteCircuit([int(x) for x in input().split()], [int(x) for x in input().split()]))
