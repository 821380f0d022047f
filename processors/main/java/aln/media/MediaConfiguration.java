package aln.media;

import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds {@code aln.media} and loads the ladder that it names. */
@Configuration
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {

  @Bean
  Ladder ladder(MediaSettings settings) {
    return Ladders.named(settings.ladder());
  }
}
