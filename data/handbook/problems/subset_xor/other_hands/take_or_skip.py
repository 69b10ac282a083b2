def results(nums, acc=0):
    if not nums:
        yield acc
        return
    head, *tail = nums
    yield from results(tail, acc ^ head)
    yield from results(tail, acc)


input()
print(max(results([int(x) for x in input().split()])))
