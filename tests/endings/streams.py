"""Standard streams and files that are written at the end, or that somebody has replaced, closed or kept."""

from __future__ import annotations

PROGRAMS = {
    "a writer that is flushed by IOBase.close": """
import os
from io import IOBase
class Out(IOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self):
        os.write(1, "".join(self.parts).encode()); self.parts.clear()
out = Out()
out.write(input() + "\\n")
""",
    "fast io in place of stdout": """
import os, sys
from io import BytesIO, IOBase
class FastIO(IOBase):
    def __init__(self, file):
        self._fd = file.fileno(); self.buffer = BytesIO(); self.writable = True
        self.write = self.buffer.write
    def flush(self):
        os.write(self._fd, self.buffer.getvalue()); self.buffer.truncate(0), self.buffer.seek(0)
class IOWrapper(IOBase):
    def __init__(self, file):
        self.buffer = FastIO(file); self.flush = self.buffer.flush
        self.write = lambda s: self.buffer.write(s.encode("ascii"))
sys.stdout = IOWrapper(sys.stdout)
print(input())
""",
    "fast io that nobody names at the end": """
import os
from io import BytesIO, IOBase
class FastIO(IOBase):
    def __init__(self): self.buffer = BytesIO(); self.write = self.buffer.write
    def flush(self): os.write(1, self.buffer.getvalue()); self.buffer.truncate(0), self.buffer.seek(0)
def main():
    out = FastIO(); out.write(b"x"); out.me = out
main()
""",
    "buffers after sys.exit": """
import os, sys
from io import IOBase
class Out(IOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): os.write(1, "".join(self.parts).encode()); self.parts.clear()
out = Out()
out.write("late")
sys.exit()
""",
    "files left open": """
f = open("a.txt", "w"); f.write("1")
def g():
    h = open("a.txt", "a"); h.write("2"); h.me = h
class C:
    def __del__(self): print(open("a.txt").read(), f.closed if f else f)
g()
c = C()
""",
    "stdout under another writer": """
import io, os, sys
out = io.TextIOWrapper(os.fdopen(os.dup(1), "wb", 1 << 16), line_buffering=False)
out.write("second? ")
print("first?")
""",
    "stdout replaced by a file": "import sys, os\nsys.stdout = os.fdopen(1, 'w')\nprint('x')",
    "stdout replaced, the old one written too": """
import sys, os
old, sys.stdout = sys.stdout, os.fdopen(os.dup(1), 'w')
print('new'); old.write('old')
""",
    "stdout detached": """
import sys, io
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding="ascii", errors="replace")
print("x\\xe9")
""",
    "stdout replaced by something that cannot flush": """
import sys
class W:
    def write(self, s): pass
    def flush(self): raise OSError("no")
sys.stdout = W()
""",
    "stdout is None": "import sys\nsys.stdout.write('x')\nsys.stdout = None\nprint('y')",
    "stdout deleted": "import sys\nsys.stdout.write('x')\ndel sys.stdout",
    "stdout closed": "import sys\nprint('x')\nsys.stdout.close()",
    "descriptor 1 closed": "import os\nprint('x')\nos.close(1)",
    "print in __del__ after stdout was replaced": """
import sys, io
class C:
    def __del__(self): print("to the old one")
c = C()
sys.stdout = io.StringIO()
print("lost")
""",
    "exit() closes stdin": "import sys, atexit\natexit.register(lambda: print(sys.stdin.closed))\nexit()",
    "logging": "import logging, sys\nlogging.basicConfig(stream=sys.stdout)\nlogging.error('x')",
}
