from itertools import count

_ = input()
nums = [int(piece) for piece in input().split()]
for guess in count(min(nums), -1):
    for v in nums:
        if v % guess:
            break
    else:
        print(guess)
        break
