package aln.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * The page routes by itself: whoever navigates to an address that is no file gets the page, which
 * knows what to show. Programs, and addresses that look like files, get a 404.
 */
class PageResolver extends PathResourceResolver {

  private static final String PAGE = "index.html";
  private static final List<String> NOT_THE_PAGES =
      List.of("api/", "jobs/", "health/", "play/", "webhooks/", "actuator/", "docs/", "ui/");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource file =
        path.isEmpty() ? null : super.resolveResourceInternal(request, path, locations, chain);
    if (file != null || !navigates(request, path)) {
      return file;
    }
    return super.resolveResourceInternal(request, PAGE, locations, chain);
  }

  private static boolean navigates(@Nullable HttpServletRequest request, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return path.isEmpty()
        || !last.contains(".")
            && NOT_THE_PAGES.stream().noneMatch((path + "/")::startsWith)
            && request != null
            && acceptsHtml(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static boolean acceptsHtml(@Nullable String accept) {
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
