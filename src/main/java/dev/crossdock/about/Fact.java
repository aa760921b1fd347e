package dev.crossdock.about;

/// What one thing is: `Java` and `25.0.3, Eclipse Adoptium`.
public record Fact(String name, String words) {}
