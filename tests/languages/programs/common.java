// Does what the first word of its input says.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class Main {
    static final int MIB = 1 << 20;

    static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    static byte[] fresh() {
        byte[] some = new byte[MIB];
        Arrays.fill(some, (byte) 'x');
        return some;
    }

    static int keep(int mib, int garbage) {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < mib) kept.add(fresh());
        while (garbage-- > 0) fresh();
        return kept.size();
    }

    static long readLong(StreamTokenizer in) throws IOException {
        in.nextToken();
        return (long) in.nval;
    }

    public static void main(String[] args) throws Exception {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = reader.readLine();
        String[] words = line == null ? new String[] {"empty"} : line.split(" ");
        switch (words[0]) {
            case "empty":
            case "hello":
                System.out.println(words[0]);
                break;
            case "sum": {
                StreamTokenizer in = new StreamTokenizer(reader);
                long sum = 0;
                for (long n = readLong(in); n > 0; n--) sum += readLong(in);
                System.out.println(sum);
                break;
            }
            case "wide": {
                long a = Long.parseLong(words[1]), b = Long.parseLong(words[2]);
                System.out.println(a * b + " " + a * b % 998244353);
                break;
            }
            case "exit":
                System.out.println("before");
                System.exit(3);
                break;
            case "crash": {
                java.lang.reflect.Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
                field.setAccessible(true);
                ((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);
                break;
            }
            case "throw":
                throw new IllegalStateException("thrown");
            case "recurse":
                System.out.println(depth(Integer.parseInt(words[1])));
                break;
            case "threads": {
                long[] sums = new long[4];
                Thread[] threads = new Thread[4];
                for (int i = 0; i < 4; i++) {
                    int part = i;
                    threads[i] = new Thread(() -> {
                        for (int k = part; k <= 1000000; k += 4) sums[part] += k;
                    });
                    threads[i].start();
                }
                for (Thread each : threads) each.join();
                System.out.println(Arrays.stream(sums).sum());
                break;
            }
            case "utf8": {
                String text = reader.readLine();
                System.out.println(text.codePointCount(0, text.length()) + " " + text);
                break;
            }
            case "sleep":
                Thread.sleep(60000);
                break;
            case "burn":
                for (long i = 0; ; i++) if (i < 0) break;
                break;
            case "hog":
                keep(1 << 20, 0);
                break;
            case "fill":
                System.out.println(keep(Integer.parseInt(words[1]), 0));
                break;
            case "churn":
                System.out.println(keep(Integer.parseInt(words[1]), 600));
                break;
            case "flood": {
                byte[] some = new byte[65536];
                Arrays.fill(some, (byte) 'x');
                while (true) System.out.write(some, 0, some.length);
            }
            case "close":
                System.out.println("done");
                System.out.close();
                break;
            case "stderr":
                System.err.print("e".repeat(MIB));
                System.out.println("ok");
                break;
        }
    }
}
