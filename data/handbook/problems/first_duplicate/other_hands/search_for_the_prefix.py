def distinct(block):
    return len(block) == len(set(block))


count = int(input())
seq = [int(t) for t in input().split()]
if distinct(seq):
    print(-1)
else:
    # shortest bad prefix has between low and high elements
    low, high = 2, count
    while low < high:
        half = low + high >> 1
        if distinct(seq[:half]):
            low = half + 1
        else:
            high = half
    print(seq[low - 1])
