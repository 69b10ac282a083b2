class Node:
    def __init__(self, k=0, v=0):
        self.k = k
        self.v = v
        self.prev = None
        self.next = None

class LRUCache:
    def __init__(self, cap):
        self.cap = cap
        self.map = {}
        self.head = Node()
        self.tail = Node()
        self.head.next = self.tail
        self.tail.prev = self.head

    def remove(self, n):
        n.prev.next = n.next
        n.next.prev = n.prev

    def add(self, n):
        p = self.tail.prev
        p.next = n
        n.prev = p
        n.next = self.tail
        self.tail.prev = n

    def get(self, k):
        if k not in self.map:
            return -1
        n = self.map[k]
        self.remove(n)
        self.add(n)
        return n.v

    def put(self, k, v):
        if k in self.map:
            self.remove(self.map[k])
        n = Node(k, v)
        self.map[k] = n
        self.add(n)
        if len(self.map) > self.cap:
            old = self.head.next
            self.remove(old)
            del self.map[old.k]

cap, q = map(int, input().split())
c = LRUCache(cap)
for _ in range(q):
    op = input().split()
    if op[0] == "get":
        print(c.get(int(op[1])))
    else:
        c.put(int(op[1]), int(op[2]))
