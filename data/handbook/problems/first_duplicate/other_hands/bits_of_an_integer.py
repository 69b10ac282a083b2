_, *stream = map(int, open(0).read().split())


def search(rest):
    flags = 0
    for item in rest:
        updated = flags | (1 << item)
        if updated == flags:
            return item
        flags = updated
    return -1


print(search(stream))
