import java.io.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws IOException {
        long sum = 0;
        try (Scanner in = new Scanner(new File("input.txt"))) {
            while (in.hasNextLong()) sum += in.nextLong();
        }
        try (PrintWriter out = new PrintWriter("output.txt")) {
            out.println(sum);
        }
    }
}
