package dev.crossdock.model;

import java.util.Comparator;

/// Sorts names as people do: `part9` before `Part10`, upper and lower case side by side.
///
/// Names that differ in nothing else are told apart by their plain characters, so the order is
/// total.
public enum NaturalOrder implements Comparator<String> {
    NATURAL;

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int order;
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int leftEnd = endOfDigits(left, i);
                int rightEnd = endOfDigits(right, j);
                order = compareNumbers(left, i, leftEnd, right, j, rightEnd);
                i = leftEnd;
                j = rightEnd;
            } else {
                order = Character.compare(folded(left.charAt(i++)), folded(right.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(left.length() - i, right.length() - j);
        return order != 0 ? order : left.compareTo(right);
    }

    /// Of any length, since a name may be nothing but digits.
    private static int compareNumbers(
            String left, int i, int leftEnd, String right, int j, int rightEnd) {
        int leftStart = skipZeros(left, i, leftEnd);
        int rightStart = skipZeros(right, j, rightEnd);
        int order = Integer.compare(leftEnd - leftStart, rightEnd - rightStart);
        for (int k = 0; order == 0 && leftStart + k < leftEnd; k++) {
            order = Character.compare(left.charAt(leftStart + k), right.charAt(rightStart + k));
        }
        return order;
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
