def main():
    h, w = map(int, input().split())
    grid = [input().strip() for _ in range(h)]
    seen = set()
    largest = 0
    for r in range(h):
        for c in range(w):
            if grid[r][c] != "#" or (r, c) in seen:
                continue
            stack = [(r, c)]
            seen.add((r, c))
            area = 0
            while stack:
                y, x = stack.pop()
                area += 1
                for ny, nx in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                    if 0 <= ny < h and 0 <= nx < w and grid[ny][nx] == "#" and (ny, nx) not in seen:
                        seen.add((ny, nx))
                        stack.append((ny, nx))
            largest = max(largest, area)
    print(largest)


main()
