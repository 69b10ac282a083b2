import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.*;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Uses what contest programs use. It is compiled and run once, to see which classes of the compiler and of the library
 * belong into the archives that JVMs start from; what it prints is of no interest.
 */
public class JavaSample {
    interface Shape {
        double area();
    }

    enum Color {
        RED,
        GREEN {
            @Override
            int value() {
                return 2;
            }
        };

        int value() {
            return 1;
        }
    }

    static final class Edge implements Comparable<Edge> {
        final int to;
        final long cost;

        Edge(int to, long cost) {
            this.to = to;
            this.cost = cost;
        }

        @Override
        public int compareTo(Edge other) {
            return Long.compare(cost, other.cost);
        }
    }

    static <T extends Comparable<T>> T best(List<T> all) {
        T found = null;
        for (T each : all) {
            if (found == null || each.compareTo(found) < 0) {
                found = each;
            }
        }
        return found;
    }

    static int sum(int... values) {
        int total = 0;
        synchronized (JavaSample.class) {
            for (int value : values) {
                total += value;
            }
        }
        return total;
    }

    static long read() throws IOException {
        Scanner scanner = new Scanner("3 4\n1.5 word\n9999999999 7\n");
        long total = scanner.nextInt() + scanner.nextInt() + (long) scanner.nextDouble() + scanner.next().length();
        total += scanner.nextLong() + scanner.nextLine().length() + (scanner.hasNext() ? 1 : 0);
        StringTokenizer words = new StringTokenizer("1 2 3");
        while (words.hasMoreTokens()) {
            total += Long.parseLong(words.nextToken());
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            for (String word : line.trim().split("\\s+")) {
                total += word.length();
            }
        }
        return total;
    }

    static String collect() {
        PriorityQueue<Edge> queue = new PriorityQueue<>((a, b) -> a.compareTo(b));
        queue.add(new Edge(1, 2));
        queue.add(new Edge(2, 1));
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            groups.computeIfAbsent("k" + i % 2, key -> new ArrayList<>()).add(i);
        }
        TreeMap<Integer, Integer> tree = new TreeMap<>();
        tree.merge(1, 1, Integer::sum);
        Deque<int[]> deque = new ArrayDeque<>();
        deque.push(new int[] {1, 2});
        Set<Long> set = new LinkedHashSet<>(new TreeSet<>(Arrays.asList(3L, 1L)));
        int[] squares = IntStream.rangeClosed(1, 5).map(x -> x * x).toArray();
        Arrays.sort(squares);
        Integer[] boxed = {3, 1, 2};
        Arrays.sort(boxed, Collections.reverseOrder());
        Arrays.sort(boxed, Comparator.comparingInt(x -> -x));
        long[][] grid = new long[3][4];
        for (long[] row : grid) {
            Arrays.fill(row, 1L);
        }
        BitSet bits = new BitSet(10);
        bits.set(3);
        String joined = Arrays.stream(boxed).map(String::valueOf).collect(Collectors.joining(" "));
        return joined + queue.poll().to + groups + tree.firstKey() + deque.size() + set + bits + squares[0] + grid[0][0];
    }

    static String branch(String joined) {
        StringBuilder text = new StringBuilder();
        text.append(joined).reverse().append('x').append(1.5);
        try {
            text.append(Integer.parseInt("x"));
        } catch (NumberFormatException error) {
            text.append(error.getMessage());
        } finally {
            text.append(';');
        }
        switch (Color.values()[0]) {
            case RED:
                text.append(Color.GREEN.value());
                break;
            default:
                text.append(0);
        }
        switch (joined) {
            case "1":
                text.append(1);
                break;
            default:
                break;
        }
        outer:
        for (int i = 0; ; i++) {
            do {
                if (i > 2) {
                    break outer;
                }
                continue outer;
            } while (true);
        }
        return text.toString();
    }

    public static void main(String[] arguments) throws IOException {
        long total = read();
        Shape shape = () -> 2.0;
        Function<Integer, Integer> twice = x -> 2 * x;
        BigInteger big = BigInteger.ONE.shiftLeft(100).mod(BigInteger.valueOf(1000000007)).add(new BigInteger("1234567890"));
        PrintWriter out = new PrintWriter(System.out);
        out.printf("%d %.3f %s %5d%n", total, shape.area(), branch(collect()), twice.apply(4));
        out.println(big.toString() + best(Arrays.asList(2, 1)) + Character.isDigit('1') + Math.max(1, 2) + sum(1, 2, 3));
        out.flush();
        System.out.println(String.format("%02d:%s", 3, Long.toBinaryString(5) + Integer.toHexString(255)));
    }
}
