"""Exit functions, and threads that the end waits for or does not."""

from __future__ import annotations

PROGRAMS = {
    "exit functions": """
import atexit
class C:
    def __del__(self): print("del")
c = C()
atexit.register(print, "first registered"); atexit.register(print, "second registered")
print("end")
""",
    "an exit function registers another": """
import atexit
atexit.register(lambda: (print(1), atexit.register(print, 2)))
""",
    "an exit function that raises": "import atexit\natexit.register(print, 'still')\natexit.register(lambda: 1 // 0)",
    "sys.exit in an exit function": """
import atexit, sys
atexit.register(print, "still")
atexit.register(sys.exit, 7)
""",
    "exit functions called and cleared by hand": """
import atexit
atexit.register(print, 1); atexit._run_exitfuncs(); print("on")
atexit.register(print, 2); atexit._clear()
class C:
    def __del__(self): print("del")
c = C()
""",
    "a thread that outlives main": """
import threading, atexit
atexit.register(print, "exit function")
class C:
    def __del__(self): print("del")
c = C()
threading.Thread(target=lambda: (threading.main_thread().join(), print("thread", c is not None))).start()
print("end")
""",
    "a daemon thread": """
import threading
class C:
    def __del__(self): print("del")
c = C()
gate = threading.Lock(); gate.acquire()
threading.Thread(target=gate.acquire, daemon=True).start()
print("end")
""",
    "a thread pool": """
from concurrent.futures import ThreadPoolExecutor
import atexit, threading
atexit.register(print, "exit function")
pool, ending = ThreadPoolExecutor(2), threading.Event()
pool.submit(lambda: (ending.wait(), print("done")))
print("end")
ending.set()
""",
    "a thread of the low level": """
import _thread, time
lock = _thread.allocate_lock(); lock.acquire()
_thread.start_new_thread(lambda: (lock.release(), time.sleep(30)), ())
lock.acquire()
print("end")
""",
}
