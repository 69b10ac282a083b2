import sys

def main():
    nums = list(map(int, sys.stdin.readlines()[1].split()))
    prev = cur = 0
    for x in nums:
        tmp = cur
        if prev + x > cur:
            cur = prev + x
        prev = tmp
    print(cur)

main()
