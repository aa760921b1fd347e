package dev.crossdock.ui.dialog;

/// How long a master password would stand against guessing, roughly.
///
/// Counts different characters and how many kinds of them there are; a repeated one adds little. It
/// knows no dictionary, so it is a hint and forbids nothing.
enum PasswordStrength {
    WEAK,
    FAIR,
    STRONG;

    private static final double FAIR_BITS = 45;
    private static final double STRONG_BITS = 70;

    static PasswordStrength of(String password) {
        double bits = bits(password);
        if (bits < FAIR_BITS) {
            return WEAK;
        }
        return bits < STRONG_BITS ? FAIR : STRONG;
    }

    private static double bits(String password) {
        int alphabet = 0;
        alphabet += password.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
        alphabet += password.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
        alphabet += password.chars().anyMatch(Character::isDigit) ? 10 : 0;
        alphabet += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        long different = password.chars().distinct().count();
        double counted = different + (password.length() - different) * 0.3;
        return alphabet == 0 ? 0 : counted * Math.log(alphabet) / Math.log(2);
    }
}
