package dev.crossdock.ui.control;

import java.util.Comparator;

/// Orders names as a person would: `file2` before `file10`, upper and lower case together.
///
/// Runs of digits are compared as numbers of any length. Names that differ only in case or in
/// leading zeros are still told apart, so that the order never depends on the server's.
public final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (isDigit(a) && isDigit(b)) {
                int endA = endOfDigits(left, i);
                int endB = endOfDigits(right, j);
                int order = compareNumbers(left, i, endA, right, j, endB);
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(folded(a), folded(b));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static int compareNumbers(
            String left, int fromA, int endA, String right, int fromB, int endB) {
        int a = skipZeros(left, fromA, endA);
        int b = skipZeros(right, fromB, endB);
        if (endA - a != endB - b) {
            return Integer.compare(endA - a, endB - b);
        }
        for (; a < endA; a++, b++) {
            if (left.charAt(a) != right.charAt(b)) {
                return Character.compare(left.charAt(a), right.charAt(b));
            }
        }
        return 0;
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
