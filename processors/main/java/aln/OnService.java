package aln;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides for {@link ConditionalOnService}. */
class OnService implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Map<String, Object> wanted =
        Objects.requireNonNull(
            metadata.getAnnotationAttributes(ConditionalOnService.class.getName()));
    String names = context.getEnvironment().getProperty("aln.services", "");
    return Services.parse(names).runs((String) Objects.requireNonNull(wanted.get("value")));
  }
}
