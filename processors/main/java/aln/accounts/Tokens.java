package aln.accounts;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues and checks tokens: JWT (RFC 7519), HS256. Any process with the key file can do both. */
@Component
public class Tokens implements JwtDecoder {

  static final String EMAIL = "email";
  static final String ROLE = "role";
  private static final String ISSUER = "aln";

  private final JwtEncoder encoder;
  private final JwtDecoder decoder;
  private final Duration lifetime;
  private final InstantSource clock;

  @Autowired
  public Tokens(JwtSettings settings) throws IOException {
    this(settings, InstantSource.system());
  }

  Tokens(JwtSettings settings, InstantSource clock) throws IOException {
    this.clock = clock;
    SecretKey key = JwtKey.in(settings.keyFile());
    encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
    NimbusJwtDecoder checking =
        NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    checking.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(Duration.ofSeconds(5)), new JwtIssuerValidator(ISSUER)));
    decoder = checking;
    lifetime = settings.lifetime();
  }

  /** A new token for an account. */
  public Session issue(Account account) {
    Instant now = clock.instant();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .id(UUID.randomUUID().toString())
            .subject(account.id().toString())
            .claim(EMAIL, account.email())
            .claim(ROLE, account.role())
            .issuedAt(now)
            .expiresAt(now.plus(lifetime))
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    return new Session(token, "Bearer", lifetime.toSeconds(), account);
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    return decoder.decode(token);
  }
}
