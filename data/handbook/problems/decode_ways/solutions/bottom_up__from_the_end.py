CODES = {str(k) for k in range(1, 27)}

(text,) = open(0).read().split()
ways = {len(text): 1}
position = len(text) - 1
while position >= 0:
    ways[position] = sum(
        ways[position + size]
        for size in (1, 2)
        if position + size <= len(text) and text[position : position + size] in CODES
    )
    position -= 1
print(ways[0])
