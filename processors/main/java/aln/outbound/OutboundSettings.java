package aln.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param allow what may be reached although it is not public: networks in CIDR notation, single
 *     addresses, host names; empty: nothing
 */
@ConfigurationProperties("aln.outbound")
public record OutboundSettings(List<String> allow) {}
