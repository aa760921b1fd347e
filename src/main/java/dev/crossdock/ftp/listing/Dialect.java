package dev.crossdock.ftp.listing;

import java.nio.charset.Charset;
import java.time.Duration;

/// How a server writes what LIST gives.
///
/// @param system what it answered to SYST, or nothing
/// @param timeOffset added to its times, which do not say their zone
public record Dialect(String system, Charset charset, Duration timeOffset) {}
