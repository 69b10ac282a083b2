class Node:
    def __init__(self, value, link=None):
        self.value = value
        self.link = link


def chain(values):
    first = None
    for v in values[::-1]:
        first = Node(v, first)
    return first


def weave(p, q):
    anchor = end = Node(-1)
    while p is not None and q is not None:
        if q.value < p.value:
            p, q = q, p
        end.link = p
        end, p = p, p.link
    end.link = p if q is None else q
    return anchor.link


result = None
for _ in range(int(input())):
    nums = [int(t) for t in input().split()]
    result = weave(result, chain(nums[1:]))

while result.link:
    print(result.value, end=" ")
    result = result.link
print(result.value)
