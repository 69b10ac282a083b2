N = int(input())
bar = [int(x) for x in input().split()]
units = 0
for y in range(max(bar)):
    pending = 0
    inside = False
    for top in bar:
        if top > y:
            if inside:
                units += pending
            inside = True
            pending = 0
        else:
            pending += 1
print(units)
