def rows(n):
    row = [1] + [0] * n
    yield row
    for largest in range(1, n + 1):
        fresh = []
        for total, smaller_parts in enumerate(row):
            again = fresh[total - largest] if total >= largest else 0
            fresh.append(smaller_parts + again)
        row = fresh
        yield row


n = int(input())
*_, last = rows(n)
print(last[n])
