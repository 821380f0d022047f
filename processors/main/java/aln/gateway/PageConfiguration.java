package aln.gateway;

import aln.ConditionalOnService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page and the docs as files of the class path. What the build names by its content stays in
 * caches for ever; the rest is asked for anew each time and costs a 304.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnService("gateway")
class PageConfiguration implements WebMvcConfigurer {

  private static final String SWAGGER_UI =
      "classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui-bundle.js";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.setOrder(Ordered.LOWEST_PRECEDENCE);
    registry
        .addResourceHandler("/ui/**")
        .addResourceLocations("classpath:/static/ui/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/docs/**")
        .addResourceLocations("classpath:/docs/", swaggerUi())
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageResolver());
  }

  /** The folder of the web jar, whatever its version. */
  private static String swaggerUi() {
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI);
      String script = found[0].getURL().toString();
      return script.substring(0, script.lastIndexOf('/') + 1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
