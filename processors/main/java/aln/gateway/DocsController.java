package aln.gateway;

import aln.ConditionalOnService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /openapi.json}, and {@code /docs} to read it and try it. */
@Controller
@ConditionalOnService("gateway")
class DocsController {

  private final ObjectNode bundle;

  DocsController() throws IOException {
    bundle =
        ContractBundle.of(
            new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.yaml"));
  }

  @GetMapping("/openapi.json")
  ResponseEntity<ObjectNode> contract() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(bundle);
  }

  @GetMapping({"/docs", "/docs/"})
  String docs() {
    return "forward:/docs/index.html";
  }
}
