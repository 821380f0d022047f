package aln.web;

import aln.accounts.Callers;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One chain for every path: tokens in, {@link PathRules} decide, problems out. No sessions. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  @Bean
  SecurityFilterChain doors(
      HttpSecurity http,
      PathRules rules,
      SessionTokens tokens,
      SecurityProblems refusals,
      ProblemWriter problems,
      PagePolicy policy,
      Contract contract,
      Callers callers,
      RateLimits limits,
      @Value("${aln.public-url}") URI publicUrl)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable) // SameOriginFilter stands in
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(
            each ->
                each.contentSecurityPolicy(csp -> csp.policyDirectives(policy.directives()))
                    .referrerPolicy(to -> to.policy(ReferrerPolicy.SAME_ORIGIN)))
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new SameOriginFilter(publicUrl, problems), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(
            new RateFilter(contract, callers, problems, limits),
            BearerTokenAuthenticationFilter.class)
        .exceptionHandling(
            each -> each.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .oauth2ResourceServer(
            each ->
                each.bearerTokenResolver(tokens)
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
        .authorizeHttpRequests(
            each ->
                each.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(rules))
        .build();
  }

  /**
   * Requests are measured as a whole; a record of each filter took an eighth of the processor time.
   */
  @Bean
  SecurityObservationSettings unmeasuredFilters() {
    return SecurityObservationSettings.noObservations();
  }

  /** The claim {@code role} becomes the authority {@code ROLE_user} or {@code ROLE_admin}. */
  private static JwtAuthenticationConverter roles() {
    JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("role");
    authorities.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }
}
