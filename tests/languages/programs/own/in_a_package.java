package org.example.judge;

public class Main {
    interface Shape {
        int area();
    }

    record Square(int side) implements Shape {
        public int area() {
            return side * side;
        }
    }

    public static void main(String[] args) {
        System.out.println(new Square(4).area());
    }
}
