package dev.crossdock.model;

/// How a control connection is protected.
///
/// @param protocol `TLSv1.3`
/// @param cipherSuite `TLS_AES_256_GCM_SHA384`
public record TlsFacts(String protocol, String cipherSuite, Certificate certificate) {}
