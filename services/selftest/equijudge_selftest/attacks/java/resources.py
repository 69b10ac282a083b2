"""Java programs that take more than they are given, and some that only seem to."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, MIB, QUICK, ROOMY, in_language, of_topic
from equijudge_selftest.attacks.java.source import runs
from equijudge_selftest.topics import Topic

AC, OLE, MLE, RE, TLE = Verdict.AC, Verdict.OLE, Verdict.MLE, Verdict.RE, Verdict.TLE
SLOW = QUICK.model_copy(update={"cpu_time_s": 2.0, "wall_time_s": 3.0})
DEPTH = "static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }"

ATTACKS = in_language("java", of_topic(
    Topic.RESOURCES,
    runs("process-bomb", "a bomb of other programs is contained", """
        for (;;) try { Runtime.getRuntime().exec(new String[] {"sleep", "60"}); } catch (IOException full) { }
        """, TLE, RE, MLE, limits=BUSY),
    runs("thread-bomb", "a thread bomb is contained", """
        for (;;) new Thread(() -> { try { Thread.sleep(60000); } catch (InterruptedException e) { } }).start();
        """, RE, TLE, MLE, limits=SLOW),
    runs("endless-allocation", "memory that is kept for ever is MLE", """
        List<byte[]> held = new ArrayList<>();
        for (;;) held.add(new byte[1 << 20]);
        """, MLE),
    runs("small-objects", "small objects that are kept for ever are MLE or TLE", """
        Map<Integer, Object> held = new HashMap<>();
        for (int n = 0;; n++) held.put(n, new int[7]);
        """, MLE, TLE, limits=ROOMY),
    runs("caught-out-of-memory", "a program that outlives the end of its heap is judged by its answer, or MLE", """
        try { List<byte[]> held = new ArrayList<>(); for (;;) held.add(new byte[1 << 20]);
            } catch (OutOfMemoryError full) { }
        System.out.println(1);
        """, AC, MLE),
    runs("collector-thrash", "a collector that runs for ever is TLE or MLE", """
        Deque<byte[]> held = new ArrayDeque<>();
        for (;;) try { held.add(new byte[100000]); } catch (OutOfMemoryError full) { held.poll(); }
        """, TLE, MLE, limits=BUSY),
    runs("direct-memory", "memory beside the heap is MLE", """
        List<java.nio.ByteBuffer> held = new ArrayList<>();
        for (;;) held.add(java.nio.ByteBuffer.allocateDirect(4 << 20));
        """, MLE),
    runs("unsafe-memory", "memory that the runtime knows nothing of is MLE", """
        java.lang.reflect.Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        sun.misc.Unsafe unsafe = (sun.misc.Unsafe) field.get(null);
        for (int n = 0; n < 100; n++) unsafe.setMemory(unsafe.allocateMemory(8 << 20), 8 << 20, (byte) 1);
        System.out.println(1);
        """, MLE),
    runs("class-bomb", "classes without end are MLE, RE or TLE", """
        List<Object> held = new ArrayList<>();
        for (;;) {
            ClassLoader loader = new ClassLoader() { };
            held.add(java.lang.reflect.Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class,
                Comparable.class}, (p, m, a) -> null));
        }
        """, MLE, RE, TLE, limits=ROOMY.model_copy(update={"cpu_time_s": 4.0})),
    runs("heap-to-limit", "objects that fill nearly all of the limit are accepted", """
        List<byte[]> held = new ArrayList<>();
        for (int n = 0; n < 220; n++) held.add(new byte[1 << 20]);
        System.out.println(held.size());
        """, AC, output="220\n", limits=ROOMY),
    runs("large-array", "one array of three quarters of the limit is accepted", """
        int[] held = new int[48 << 20];
        Arrays.fill(held, 1);
        System.out.println(held[77]);
        """, AC, limits=ROOMY),
    runs("small-limit", "a small program runs within a limit of sixteen megabytes", """
        System.out.println(new Scanner("1").nextInt());
        """, AC, limits=ROOMY.model_copy(update={"memory_limit_bytes": 16 * MIB})),
    runs("garbage", "gigabytes that are not kept are accepted", """
        long sum = 0;
        for (int n = 0; n < 4000; n++) sum += new byte[1 << 20].length;
        System.out.println(sum >> 20);
        """, AC, output="4000\n", limits=ROOMY),
    runs("many-threads", "many threads within the memory limit are accepted", """
        CyclicBarrier gate = new CyclicBarrier(65);
        for (int n = 0; n < 64; n++) new Thread(() -> { try { gate.await(); } catch (Exception e) { } }).start();
        gate.await();
        System.out.println(1);
        """, AC),
    runs("endless-recursion", "recursion without end is RE or MLE", "System.out.println(depth(-1));", RE, MLE,
         members=DEPTH,
         limits=ROOMY),
    runs("deep-recursion", "recursion two hundred thousand deep is accepted", "System.out.println(depth(200000));", AC,
         members=DEPTH, output="200000\n", limits=ROOMY),
    runs("deep-recursion-in-thread", "recursion half a million deep in a thread with a stack of its own is accepted",
         """
        Thread thread = new Thread(null, () -> System.out.println(depth(500000)), "deep", 1L << 28);
        thread.start();
        thread.join();
        """, AC, members=DEPTH, output="500000\n", limits=ROOMY),
    runs("stdout-flood", "a flood on stdout is OLE", """
        byte[] line = new byte[1 << 16];
        for (;;) System.out.write(line);
        """, OLE),
    runs("stderr-flood", "a flood on stderr is cut and forgiven", """
        byte[] line = new byte[1 << 20];
        for (int n = 0; n < 60; n++) System.err.write(line);
        System.out.println(1);
        """, AC),
    runs("right-output-then-flood", "the right output followed by too much is OLE", """
        System.out.println(1);
        System.out.println("x".repeat(9 << 20));
        """, OLE),
    runs("big-file", "a big file is an error to the program", """
        try (OutputStream file = new FileOutputStream("big")) { for (;;) file.write(new byte[1 << 20]); }
        """, RE, MLE),
    runs("many-small-files", "thousands of small files are an error to the program", """
        for (int n = 0; n < 40000; n++) Files.createFile(Path.of("file" + n));
        """, RE, limits=ROOMY),
    runs("descriptor-exhaustion", "running out of descriptors is an error to the program", """
        List<InputStream> held = new ArrayList<>();
        for (;;) held.add(new FileInputStream("/dev/null"));
        """, RE),
    runs("unread-input", "megabytes of input that nobody reads hurt nobody", "System.out.println(1);", AC,
         tests=(("", "1\n"),), stdin_bytes=6 * MIB),
))  # fmt: skip
