package dev.crossdock.testing;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.TlsMode;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What kind of server a [ScriptedServer] is while it behaves.
///
/// @param proxy when it is TLS client on a data connection that it opens
/// @param skills what it can, and what FEAT lists, beyond RFC 959
/// @param charset of commands, replies and listings
/// @param password empty lets the user in without one
public record Setup(
        InetAddress address,
        TlsMode tls,
        ProxyRule proxy,
        Skills skills,
        List<String> tlsProtocols,
        Charset charset,
        String user,
        String password) {

    /// Explicit TLS on 127.0.0.1, neither `+proxy` nor SSCN.
    public static final Setup USUAL =
            new Setup(
                    InetAddress.ofLiteral("127.0.0.1"),
                    TlsMode.EXPLICIT,
                    ProxyRule.NONE,
                    Skills.of(Skill.MLSD, Skill.EPSV, Skill.SIZE, Skill.MFMT, Skill.REST),
                    List.of("TLSv1.3", "TLSv1.2"),
                    StandardCharsets.UTF_8,
                    "tester",
                    "secret");

    public Setup {
        tlsProtocols = List.copyOf(tlsProtocols);
    }

    public Setup at(String literal) {
        return new Setup(
                InetAddress.ofLiteral(literal),
                tls,
                proxy,
                skills,
                tlsProtocols,
                charset,
                user,
                password);
    }

    public Setup with(TlsMode mode) {
        return new Setup(address, mode, proxy, skills, tlsProtocols, charset, user, password);
    }

    public Setup with(ProxyRule rule) {
        return new Setup(address, tls, rule, skills, tlsProtocols, charset, user, password);
    }

    /// Has it and lists it.
    public Setup with(Skill skill) {
        return with(skills.with(skill));
    }

    public Setup without(Skill skill) {
        return with(skills.without(skill));
    }

    /// Has it, but FEAT does not tell.
    public Setup hiding(Skill skill) {
        return with(skills.hiding(skill));
    }

    /// Lists it, but does not know the command.
    public Setup claiming(Skill skill) {
        return with(skills.claiming(skill));
    }

    public Setup with(Skills others) {
        return new Setup(address, tls, proxy, others, tlsProtocols, charset, user, password);
    }

    public Setup withTlsProtocols(String... protocols) {
        return new Setup(address, tls, proxy, skills, List.of(protocols), charset, user, password);
    }

    public Setup with(Charset other) {
        return new Setup(address, tls, proxy, skills, tlsProtocols, other, user, password);
    }

    public Setup withPassword(String other) {
        return new Setup(address, tls, proxy, skills, tlsProtocols, charset, user, other);
    }

    public boolean can(Skill skill) {
        return skills.real().contains(skill);
    }

    /// Whether it has the skill behind a command that not every server has.
    boolean can(String verb) {
        return Skill.behind(verb).filter(this::can).isPresent();
    }
}
